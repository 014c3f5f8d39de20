import { randomBytes } from 'node:crypto';
import { type BinaryNode, encodeSignedDeviceIdentity } from '@whiskeysockets/baileys';
import { badRequest } from '../errors.ts';
import type { OfferCallBody, OfferedCall } from '../generated/index.ts';
import type { Actor } from './actor.ts';
import { ask } from './ask.ts';
import type { Link } from './link.ts';
import { isLid, isUser } from './translate/jid.ts';

const FAILURE = 'Error offering the call';

/**
 * Lets somebody's phone ring. There is nobody here to talk: the call is ended after so many seconds, if it has
 * not been refused before.
 *
 * @returns as soon as WhatsApp has the offer
 * @throws HttpError 400 when the number is not on WhatsApp, or is no person's
 */
export function offerCall(
  actor: Actor,
  { number, isVideo, callDuration }: OfferCallBody,
): Promise<OfferedCall> {
  return ask(actor, FAILURE, async (link) => {
    const jid = await actor.recipients(link.socket, number);
    if (!isUser(jid) && !isLid(jid)) throw badRequest(FAILURE, `${jid} is not a person`);
    const id = randomBytes(16).toString('hex').toUpperCase();
    await send(link, jid, await offer(link, jid, id, isVideo ?? false));
    setTimeout(() => hangUp(actor, link, jid, id), callDuration * 1_000).unref();
    return { id, jid, isVideo: isVideo ?? false, callDuration };
  });
}

/** The key of the call goes to each of the person's devices as a message does: under its own session. */
async function offer({ socket, me }: Link, jid: string, id: string, isVideo: boolean): Promise<BinaryNode> {
  const devices = (await socket.getUSyncDevices([jid], true, false)).map((device) => device.jid);
  await socket.assertSessions(devices);
  const callKey = randomBytes(32);
  const { nodes, shouldIncludeDeviceIdentity } = await socket.createParticipantNodes(devices, {
    call: { callKey },
  });
  const { account } = socket.authState.creds;
  const identity =
    shouldIncludeDeviceIdentity && account
      ? [{ tag: 'device-identity', attrs: {}, content: encodeSignedDeviceIdentity(account, true) }]
      : [];
  const content = [...media(isVideo), { tag: 'destination', attrs: {}, content: nodes }, ...identity];
  return { tag: 'offer', attrs: { 'call-id': id, 'call-creator': me()?.id ?? '' }, content };
}

/** What WhatsApp Web says that it can do in a call. */
function media(isVideo: boolean): BinaryNode[] {
  const video = { enc: 'vp8', dec: 'vp8', orientation: '0', screen_width: '1920', screen_height: '1080' };
  return [
    { tag: 'audio', attrs: { enc: 'opus', rate: '16000' } },
    { tag: 'audio', attrs: { enc: 'opus', rate: '8000' } },
    ...(isVideo ? [{ tag: 'video', attrs: { ...video, device_orientation: '0' } }] : []),
    { tag: 'net', attrs: { medium: '3' } },
    { tag: 'capability', attrs: { ver: '1' }, content: Buffer.from([1, 4, 255, 131, 207, 4]) },
    { tag: 'encopt', attrs: { keygen: '2' } },
  ];
}

/** @throws when WhatsApp refuses */
async function send({ socket }: Link, to: string, content: BinaryNode): Promise<void> {
  const ack: BinaryNode | undefined = await socket.query({ tag: 'call', attrs: { to }, content: [content] });
  const { error } = ack?.attrs ?? {};
  if (error) throw Object.assign(new Error('WhatsApp refuses the call'), { data: Number(error) });
}

async function hangUp({ deps, owner }: Actor, link: Link, jid: string, id: string): Promise<void> {
  const attrs = { 'call-id': id, 'call-creator': link.me()?.id ?? '' };
  try {
    await send(link, jid, { tag: 'terminate', attrs });
  } catch (error) {
    // The connection has gone: the phone stops ringing by itself.
    deps.logger.info({ err: error, instance: owner.name }, 'call not ended');
  }
}
