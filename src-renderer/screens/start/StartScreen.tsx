import { Button } from "@mantine/core";
import { useState } from "react";
import { Brand } from "../../app/Brand.tsx";
import { DropLayer } from "../../app/DropLayer.tsx";
import { EngineNotice } from "../../app/EngineNotice.tsx";
import { SchemeButton } from "../../app/SchemeButton.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { NewWorkspace } from "./NewWorkspace.tsx";
import { SampleCard } from "./SampleCard.tsx";
import classes from "./StartScreen.module.css";
import { Workspaces } from "./Workspaces.tsx";

/** The first thing a person sees: look around in a sample company, or begin with one's own. */
export function StartScreen() {
  const [own, setOwn] = useState(false);
  const [opening, setOpening] = useState(false);
  return (
    <div className={classes.page}>
      <div className={classes.corner}>
        <SchemeButton />
      </div>
      <EngineNotice />
      <main className={classes.main}>
        <Brand size={40} wordless />
        <h1 className={classes.title}>See where your delivery business loses money</h1>
        <p className={classes.lead}>
          Drop the week’s files. Backhaul compares what was driven with what was paid, billed and clocked, shows every
          difference in dollars with its evidence, and makes the packet to claim it.
        </p>
        {own ? (
          <NewWorkspace onBack={() => setOwn(false)} />
        ) : (
          <div className={classes.cards}>
            <SampleCard onOpening={setOpening} />
            <section className={classes.card} aria-labelledby="own-title">
              <h2 id="own-title">Your company</h2>
              <p>Begin with your DSP code and your first station. Then drop the files of any week.</p>
              <Button variant="default" size="md" disabled={opening} onClick={() => setOwn(true)}>
                Start your own
              </Button>
            </section>
          </div>
        )}
        {!own && <Workspaces />}
        <p className={classes.promise}>
          <Icon name="lock" />
          Everything stays on this computer. Nothing is uploaded.
        </p>
      </main>
      <DropLayer />
    </div>
  );
}
