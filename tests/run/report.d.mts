/** Types of the plain JavaScript beside it, for the test of it. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}
export function countVitest(file: string): Count;
export function countPlaywright(file: string): Count;
export function cutShort(file: string): { files: string[]; passed: number };
