/**
 * The clock of an engine: the system's, or one set to another day that runs on from there. Only an app that runs from its sources
 * can be given a day; its pictures then show the same deadlines whenever they are taken.
 */
export function clockFrom(day: string | null): () => Date {
  if (day === null) return () => new Date();
  const ahead = new Date(day).getTime() - Date.now();
  if (Number.isNaN(ahead)) throw new RangeError(`${day} is not a day.`);
  return () => new Date(Date.now() + ahead);
}
