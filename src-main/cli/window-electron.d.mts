/** Types of window-electron.mjs for the TypeScript around it. */
export declare const ROOT: string;
export declare function findElectron(patience: number): Promise<{ folder: string } | { reason: string }>;
