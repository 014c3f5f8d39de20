/** What the gateway has to know in order to trust the simulated WhatsApp. */
export interface SimulatorTrust {
  noiseRoot: string;
  ca: string;
  socketUrl: string;
}

export const readTrust = (simulator: string): Promise<SimulatorTrust> => call(`${simulator}/trust`);

/** Adds a virtual phone, with so much of a past; one that is there already stays. */
export const addPhone = (
  simulator: string,
  number: string,
  name: string,
  history?: object,
): Promise<unknown> => call(`${simulator}/phones`, { number, name, history });

/** Lets a virtual phone scan a QR code. */
export const scan = (simulator: string, number: string, qr: string): Promise<unknown> =>
  call(`${simulator}/phones/${number}/link`, { qr });

/** Asks the control API: POST with a body, GET without. */
export async function call<T>(url: string, body?: unknown): Promise<T> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(url, body === undefined ? {} : post);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
