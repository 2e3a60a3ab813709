import { Button } from "@mantine/core";
import { useImports } from "../../app/imports.tsx";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./FailedPanel.module.css";

interface Props {
  readonly title: string;
  readonly happened: string;
  readonly kept: string;
  readonly onChoose: () => void;
}

/** An import that did not work out: what happened, what was kept, what to do. */
export function FailedPanel({ title, happened, kept, onChoose }: Props) {
  const { clear } = useImports();
  return (
    <section className={classes.failed} role="alert">
      <Icon name="warning" size={22} className={classes.icon} />
      <div>
        <h2 className={classes.title}>{title}</h2>
        <p>{happened}</p>
        <p>{kept}</p>
        <div className={classes.actions}>
          <Button onClick={onChoose}>Choose files again</Button>
          <Button variant="default" onClick={clear}>
            Close
          </Button>
        </div>
      </div>
    </section>
  );
}
