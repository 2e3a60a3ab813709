import { Loader } from "@mantine/core";
import { useEffect, useRef } from "react";
import { refreshAll } from "../client/api.ts";
import { useEngineState } from "../client/status.ts";
import { announce } from "../parts/announce.tsx";
import { cx } from "../parts/cx.ts";
import { Icon } from "../parts/Icon.tsx";
import classes from "./WorkStrip.module.css";

/** Says that the engine is away while it is, and fetches everything anew once it is back. */
export function EngineNotice() {
  const state = useEngineState();
  const wasLost = useRef(false);
  useEffect(() => {
    if (state === "lost") wasLost.current = true;
    if (state !== "ready" || !wasLost.current) return;
    wasLost.current = false;
    announce("Connected again.");
    void refreshAll();
  }, [state]);
  if (state !== "lost") return null;
  return (
    <section aria-label="Connection">
      <div className={cx(classes.strip, classes.lost)} role="alert">
        <Icon name="warning" />
        <span>
          <strong>The part of Backhaul that does the work stopped.</strong> It is being started again. Everything that
          was stored is safe.
        </span>
        <Loader size="xs" />
      </div>
    </section>
  );
}
