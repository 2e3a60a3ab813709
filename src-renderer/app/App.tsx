import { Loader, MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient } from "../client/api.ts";
import { useActing } from "../client/people.ts";
import { type OpenWorkspace, useStatus } from "../client/status.ts";
import { Announcer } from "../parts/announce.tsx";
import { StartScreen } from "../screens/start/StartScreen.tsx";
import { UnlockScreen } from "../screens/start/UnlockScreen.tsx";
import { WhoAreYou } from "../screens/start/WhoAreYou.tsx";
import classes from "./App.module.css";
import { useShellState } from "./busy.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { ImportProvider } from "./imports.tsx";
import { Shell } from "./Shell.tsx";
import { cssVariables, theme } from "./theme.ts";

/** The whole window. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <ModalsProvider>
          <Notifications position="bottom-left" limit={4} autoClose={6000} />
          <Announcer />
          <ErrorBoundary whole>
            <ImportProvider>
              <Window />
            </ImportProvider>
          </ErrorBoundary>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Window() {
  const { data, error } = useStatus();
  useShellState(data?.open?.name ?? null);
  if (error) throw error;
  if (!data) return <Waiting />;
  if (data.locked !== null) return <UnlockScreen name={data.locked} />;
  return data.open ? <Opened key={data.open.name} workspace={data.open} /> : <StartScreen />;
}

/** A workspace is shown once it is known who sits in front of it. */
function Opened({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { data: people, error } = useActing();
  if (!people && error) throw error;
  if (!people) return <Waiting />;
  return people.locked ? <WhoAreYou workspace={workspace.name} people={people} /> : <Shell workspace={workspace} />;
}

function Waiting() {
  return (
    <div className={classes.waiting} role="status">
      <Loader size="sm" />
      <span>Opening Backhaul…</span>
    </div>
  );
}
