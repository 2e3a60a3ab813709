import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import { go } from "../../app/route.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./ReviewScreen.module.css";
import { useViews } from "./useViews.ts";
import { ViewsDialog } from "./ViewsDialog.tsx";
import { opened as asOpened, type View, viewLink } from "./view.ts";

interface Props {
  readonly view: View;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
}

/** Views that were kept, one key and one click away; and the way to keep what is shown now. */
export function ViewsMenu({ view, opened, onOpened }: Props) {
  const { views, save, remove } = useViews();
  const [managing, setManaging] = useState(false);
  const here = viewLink(view);
  const current = views.find((each) => viewLink(asOpened(each)) === here);
  return (
    <>
      <Menu
        opened={opened}
        onChange={onOpened}
        position="bottom-end"
        width={250}
        shadow="md"
        withinPortal={false}
        transitionProps={{ duration: 100 }}
      >
        <Menu.Target>
          <Button
            variant="default"
            px={10}
            leftSection={<Icon name="watch" size={15} />}
            rightSection={<Icon name="down" size={12} />}
            aria-keyshortcuts="v"
          >
            <span className={classes.viewName}>{current?.name ?? "Views"}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Saved views</Menu.Label>
          {views.length === 0 && (
            <p className={classes.noViews}>None yet. Filter the list as you like it, then save it.</p>
          )}
          {views.map((each) => (
            <Menu.Item
              key={each.name}
              leftSection={<Icon name={each === current ? "check" : "quiet"} size={14} />}
              aria-current={each === current || undefined}
              onClick={() => go(viewLink(asOpened(each)))}
            >
              {each.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="added" size={14} />} onClick={() => setManaging(true)}>
            {views.length === 0 ? "Save this view…" : "Save or manage views…"}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ViewsDialog
        opened={managing}
        view={view}
        views={views}
        current={current?.name}
        onSave={save}
        onRemove={remove}
        onClose={() => setManaging(false)}
      />
    </>
  );
}
