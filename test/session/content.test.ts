import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proto } from '@whiskeysockets/baileys';
import { toContent } from '../../server/session/translate/content.ts';

test('a text is a conversation, whatever carried it', () => {
  const plain = toContent({ conversation: 'hi' });
  const extended = toContent({ extendedTextMessage: { text: 'hi' } });
  assert.deepEqual(plain, {
    messageType: 'conversation',
    message: { conversation: 'hi' },
    contextInfo: null,
  });
  assert.deepEqual(extended, plain);
});

test('what a text quotes is a conversation too', () => {
  const { contextInfo } = toContent({
    extendedTextMessage: {
      text: 'yes',
      contextInfo: { stanzaId: '3EB0', quotedMessage: { extendedTextMessage: { text: 'really?' } } },
    },
  });
  assert.deepEqual(contextInfo, { stanzaId: '3EB0', quotedMessage: { conversation: 'really?' } });
});

test('a document with a caption is a document', () => {
  const inner = { documentMessage: { caption: 'the bill', fileName: 'bill.pdf' } };
  const { messageType, message } = toContent({ documentWithCaptionMessage: { message: inner } });
  assert.equal(messageType, 'documentMessage');
  assert.deepEqual(message, inner);
});

test('bytes are base64, 64-bit numbers decimal, enums names', () => {
  const { message } = toContent({
    imageMessage: { mediaKey: new Uint8Array([1, 2, 3]), fileLength: 12_345 },
    messageContextInfo: { messageSecret: new Uint8Array([255]) },
  });
  assert.deepEqual(message, {
    imageMessage: { mediaKey: 'AQID', fileLength: '12345' },
    messageContextInfo: { messageSecret: '/w==' },
  });
  const revoke = toContent({ protocolMessage: { type: proto.Message.ProtocolMessage.Type.REVOKE } });
  assert.deepEqual(revoke.message, { protocolMessage: { type: 'REVOKE' } });
});

test('what accompanies a content does not name it', () => {
  assert.equal(
    toContent({ messageContextInfo: {}, reactionMessage: { text: '👍' } }).messageType,
    'reactionMessage',
  );
  assert.equal(toContent({ senderKeyDistributionMessage: { groupId: '1@g.us' } }).messageType, 'unknown');
});
