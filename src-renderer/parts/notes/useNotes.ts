import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { About, Notes } from "#shared/contract/claims.ts";
import { noteError } from "../../app/notify.ts";
import { api, queryClient } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { announce } from "../announce.tsx";

/** Comments and attachments of a finding or a claim, and what can be done to them. Each command tells whether it was done. */
export function useNotes(about: About) {
  const query = useQuery(api.claims.notes.queryOptions({ input: { about } }));
  const key = JSON.stringify(about);
  const carryOut = useCallback(
    async (title: string, kept: string, done: string, command: (about: About) => Promise<Notes>): Promise<boolean> => {
      const of: About = JSON.parse(key);
      try {
        queryClient.setQueryData(api.claims.notes.queryKey({ input: { about: of } }), await command(of));
        announce(done);
        return true;
      } catch (error) {
        noteError(title, error, kept);
        return false;
      }
    },
    [key],
  );
  return {
    notes: query.data,
    error: query.error,
    comment: (text: string) =>
      carryOut("The comment was not stored", "What you wrote is still in the box.", "Comment added.", (of) =>
        engine.claims.comment({ about: of, text }),
      ),
    uncomment: (id: number) =>
      carryOut("The comment was not taken back", "It is still there.", "Comment taken back.", (of) =>
        engine.claims.uncomment({ about: of, id }),
      ),
    attach: (files: string[]) =>
      carryOut("The files were not attached", "Nothing was stored. Try again.", "Attached.", (of) =>
        engine.claims.attach({ about: of, files }),
      ),
    detach: (id: number) =>
      carryOut("The file was not taken away", "It is still attached.", "Attachment taken away.", (of) =>
        engine.claims.detach({ about: of, id }),
      ),
  };
}
