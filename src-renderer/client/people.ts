import { useMutation, useQuery } from "@tanstack/react-query";
import type { AppUser, Role } from "#shared/contract/people.ts";
import { api, refreshAll } from "./api.ts";

/** Roles as they are shown, the one with the most rights last. */
export const ROLE_LABELS: Record<Role, string> = { staff: "Staff", manager: "Manager", owner: "Owner" };

const NOBODY: readonly AppUser[] = [];

/** Who uses the app, and who acts now. */
export function useActing() {
  return useQuery(api.people.list.queryOptions({ input: {} }));
}

/** Who uses the app; nobody while that is not known. */
export function usePeople(): readonly AppUser[] {
  return useActing().data?.people ?? NOBODY;
}

/** Lets somebody else act; everything is fetched anew, as they may see other things. */
export function useSwitch(onDone: (name: string) => void) {
  return useMutation({
    ...api.people.switch.mutationOptions(),
    onSuccess: async (_, { name }) => {
      await refreshAll();
      onDone(name);
    },
  });
}
