export interface Sandbox {
  gateway: string;
  simulator: string;
  key: string;
  /** The number of the instance to create, and of a second phone. */
  own: string;
  other: string;
}

/** What a newcomer needs to see: three commands that work as they are printed. */
export function welcome({ gateway, simulator, key, own, other }: Sandbox): string {
  const post = (path: string, body: object) =>
    `curl -sS -w '\\n' ${gateway}${path} -H 'apikey: ${key}' -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
  return `
Zapgate        ${gateway}
API key        ${key}
API docs       ${gateway}/docs
WhatsApp       ${simulator} (simulated: every new instance is linked by a virtual phone)

1. Create an instance:
${post('/instance/create', { instanceName: 'demo', number: own, qrcode: true, integration: 'WHATSAPP-BAILEYS' })}

2. Send a text to a second phone:
${post('/message/sendText/demo', { number: other, text: 'Hello from Zapgate' })}

3. Read what that phone received:
curl -sS -w '\\n' ${simulator}/phones/${other}/inbox

Ctrl+C ends it all; nothing is kept.
`;
}
