import { Button, Drawer, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { api } from "../../../client/api.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { Empty } from "../../../parts/Empty.tsx";
import { plural } from "../../../parts/plural.ts";
import { EditProfile } from "./EditProfile.tsx";
import { ExportText } from "./ExportText.tsx";
import { PasteProfiles } from "./PasteProfiles.tsx";
import { ProfileItem } from "./ProfileItem.tsx";
import classes from "./Profiles.module.css";

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What the drawer shows: the list, or one thing that is done to it. */
type View =
  | { readonly show: "list" }
  | { readonly show: "edit"; readonly name: string }
  | { readonly show: "text"; readonly names: readonly string[] }
  | { readonly show: "paste" };

const LIST: View = { show: "list" };

/** Mappings that were remembered: what they are of, and a way to change, share and forget them. */
export function SavedMappings({ opened, onClose }: Props) {
  const profiles = useQuery({ ...api.reference.profiles.queryOptions({ input: {} }), enabled: opened, staleTime: 0 });
  const [view, setView] = useState<View>(LIST);
  useEffect(() => {
    if (opened) setView(LIST);
  }, [opened]);
  const list = profiles.data?.toSorted((a, b) => a.name.localeCompare(b.name)) ?? [];
  const back = () => setView(LIST);
  const edited = view.show === "edit" ? list.find(({ name }) => name === view.name) : undefined;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      // Only where the focus is in the drawer: a question that lies over it has the key for itself.
      closeOnEscape={false}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      position="right"
      size="min(520px, 92vw)"
      title="Saved mappings"
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 120 }}
      overlayProps={{ backgroundOpacity: 0.3 }}
    >
      <Shown key={view.show}>
        {profiles.error ? (
          <p role="alert" className={classes.note}>
            The list could not be read. {sentenceOf(profiles.error)}
          </p>
        ) : !profiles.data ? (
          <Skeleton height={160} />
        ) : edited ? (
          <EditProfile profile={edited} taken={list.map(({ name }) => name)} onDone={back} />
        ) : view.show === "text" ? (
          <ExportText profiles={list.filter(({ name }) => view.names.includes(name))} onDone={back} />
        ) : view.show === "paste" ? (
          <PasteProfiles known={list.map(({ name }) => name)} onDone={back} />
        ) : (
          <div className={classes.list}>
            {list.length === 0 ? (
              <Empty icon="mapping" title="No mapping is saved yet">
                <p>
                  Drop a file that Backhaul does not know and say what its columns are. It is remembered here, and the
                  next file with the same columns is read without asking.
                </p>
              </Empty>
            ) : (
              <>
                <p className={classes.note}>
                  {plural(list.length, "mapping", "mappings")}. A file with the same columns is read without asking.
                </p>
                <ul className={classes.items}>
                  {list.map((profile) => (
                    <ProfileItem
                      key={profile.name}
                      profile={profile}
                      onEdit={() => setView({ show: "edit", name: profile.name })}
                      onExport={() => setView({ show: "text", names: [profile.name] })}
                    />
                  ))}
                </ul>
              </>
            )}
            <div className={classes.actions}>
              <Button variant="default" size="xs" onClick={() => setView({ show: "paste" })}>
                Import from text
              </Button>
              {list.length > 1 && (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => setView({ show: "text", names: list.map(({ name }) => name) })}
                >
                  Export all
                </Button>
              )}
            </div>
          </div>
        )}
      </Shown>
    </Drawer>
  );
}

/** Takes the focus when it comes, unless something in it does: what had it is gone with what was shown before. */
function Shown({ children }: { readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!body.current?.contains(document.activeElement)) body.current?.focus();
  }, []);
  return (
    <div ref={body} tabIndex={-1} className={classes.body}>
      {children}
    </div>
  );
}
