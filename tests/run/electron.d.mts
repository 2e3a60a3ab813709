/** The folder of an Electron to test with; null where none can be had, and the reason has been printed. */
export function prepareElectron(): Promise<string | null>;
