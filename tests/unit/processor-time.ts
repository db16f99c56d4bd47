/**
 * Milliseconds of the processor that some work takes. Not of a clock: what else the machine does would count. Only for what
 * takes a thousand times as long when it grows with the square of its input.
 */
export function processorTime(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
