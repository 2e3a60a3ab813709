import { Loader, MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient } from "../client/api.ts";
import { useStatus } from "../client/status.ts";
import { Announcer } from "../parts/announce.tsx";
import { StartScreen } from "../screens/start/StartScreen.tsx";
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
  if (!data)
    return (
      <div className={classes.waiting} role="status">
        <Loader size="sm" />
        <span>Opening Backhaul…</span>
      </div>
    );
  return data.open ? <Shell workspace={data.open} /> : <StartScreen />;
}
