import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../client/api.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { plural } from "../../parts/plural.ts";
import { SavedMappings } from "../inbox/profiles/SavedMappings.tsx";
import classes from "./Setup.module.css";

/** The mappings of unknown tables: the same list as the Inbox has. */
export function MappingsSection() {
  const [opened, setOpened] = useState(false);
  const { data } = useQuery(api.reference.profiles.queryOptions({ input: {} }));
  return (
    <Panel title="Saved mappings" hint="What somebody said once of a table that Backhaul did not know.">
      <div className={classes.pad}>
        <p className={classes.text}>
          {data === undefined
            ? ""
            : data.length === 0
              ? "No mapping is saved yet. Drop a file that Backhaul does not know into the Inbox and say what its columns are."
              : `${plural(data.length, "mapping is", "mappings are")} saved. A file with the same columns is read without asking.`}
        </p>
        <Button variant="default" leftSection={<Icon name="mapping" size={16} />} onClick={() => setOpened(true)}>
          Open the saved mappings
        </Button>
      </div>
      <SavedMappings opened={opened} onClose={() => setOpened(false)} />
    </Panel>
  );
}
