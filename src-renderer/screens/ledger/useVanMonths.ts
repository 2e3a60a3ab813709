import { useQuery } from "@tanstack/react-query";
import { api } from "../../client/api.ts";
import type { LedgerView } from "./view.ts";

/** The van tables of all months, newest first, and the one that is shown. */
export function useVanMonths({ month }: Pick<LedgerView, "month">) {
  const { data, error, isPending } = useQuery(api.findings.vans.queryOptions({ input: { month: null } }));
  const months = data ?? [];
  return { months, shown: months.find((each) => each.month === month) ?? months[0], error, isPending };
}
