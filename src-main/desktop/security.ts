/** What no page of this app may ever do, whatever it contains. */
import { app, type Session, shell, type WebContents } from "electron";
import { traceLine } from "#shared/trace.ts";
import { externalAddress, isAppUrl } from "./policy.ts";

/** No permission is granted, no device handed out, and nothing but the app's own files is loaded. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // The spell checker would fetch its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAppUrl(details.url) }));
}

/** No page goes anywhere, opens a window or embeds one. Applies to every web contents there will ever be. */
export function hardenContents(): void {
  app.on("web-contents-created", (_created, contents) => {
    refuseTravel(contents);
    contents.setWindowOpenHandler(({ url }) => {
      openExternal(url);
      return { action: "deny" };
    });
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  });
}

function refuseTravel(contents: WebContents): void {
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
}

/** The only way to the user's browser: https addresses, parsed. Anything else does nothing. */
function openExternal(address: string): void {
  const url = externalAddress(address);
  if (!url) return;
  shell.openExternal(url).catch((error: unknown) => {
    console.error(`The browser could not be opened: ${traceLine(error)}`);
  });
}
