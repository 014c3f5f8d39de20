import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConnectionStateName, ZapgateEvent } from '../../clients/typescript/src/index.ts';
import { eventExamples, SPEC_EVENTS } from '../support/event-examples.ts';

const [UPSERT] = eventExamples('messages.upsert') as ZapgateEvent[];

test('an event is narrowed by its name, and what it carries is typed', () => {
  assert.ok(UPSERT?.event === 'messages.upsert');
  const chat: string = UPSERT.data.key.remoteJid;
  assert.equal(chat, '5511988887777@s.whatsapp.net');
});

test('what an event does not carry, or is not called, does not compile', () => {
  const wrong = (event: ZapgateEvent): unknown => {
    // @ts-expect-error: not before it is known which event it is
    const early = event.data.key;
    // @ts-expect-error: there is no such event
    const misspelt = event.event === 'message.upsert';
    // @ts-expect-error: a call has no key
    const other = event.event === 'call' && event.data.key;
    return [early, misspelt, other];
  };
  assert.ok(wrong(UPSERT as ZapgateEvent));
});

/** A consumer as they are written. That it covers every event, the compiler says. */
function told(event: ZapgateEvent): string | ConnectionStateName | null {
  switch (event.event) {
    case 'messages.upsert':
    case 'send.message':
      return event.data.key.remoteJid;
    case 'messages.set':
      return event.data.map(({ key }) => key.id).join();
    case 'messages.edited':
    case 'send.message.update':
    case 'messages.update':
    case 'messages.delete':
    case 'messaging-history.set':
      return event.event;
    case 'connection.update':
      return event.data.state;
    case 'qrcode.updated':
      return event.sender;
    case 'logout.instance':
    case 'remove.instance':
      return event.data;
    case 'application.startup':
    case 'instance.create':
    case 'instance.delete':
    case 'status.instance':
      return event.instance;
    case 'chats.delete':
      return event.data.join();
    case 'chats.set':
    case 'chats.update':
    case 'chats.upsert':
    case 'contacts.set':
    case 'contacts.update':
    case 'contacts.upsert':
      return event.data.map(({ remoteJid }) => remoteJid).join();
    case 'groups.update':
    case 'groups.upsert':
      return event.data.map(({ id }) => id).join();
    case 'group-participants.update':
      return event.data.id;
    case 'presence.update':
    case 'labels.edit':
      return event.data.id;
    case 'labels.association':
      return event.data.labelId;
    case 'call':
      return event.data.from;
    case 'webhook.test':
      return event.data.message;
    default:
      return event satisfies never;
  }
}

test('a switch over the name covers every event of the spec', () => {
  for (const type of SPEC_EVENTS) {
    for (const example of eventExamples(type) as ZapgateEvent[]) assert.notEqual(told(example), undefined);
  }
});
