/** What stands in a text of Prometheus: `name{label="value"}` → value, labels as they are written. */
export function parseMetrics(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

/** Those whose name and labels match. */
export function only(metrics: Record<string, number>, pattern: RegExp): Record<string, number> {
  return Object.fromEntries(Object.entries(metrics).filter(([name]) => pattern.test(name)));
}
