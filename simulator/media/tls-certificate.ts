import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import * as der from './der.ts';

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const SUBJECT_ALT_NAME = '2.5.29.17';
const BASIC_CONSTRAINTS = '2.5.29.19';
const DAY = 86_400_000;

function alternativeName(host: string): Buffer {
  const isAddress = isIPv4(host);
  return isAddress
    ? der.tagged(0x87, Buffer.from(host.split('.').map(Number)))
    : der.tagged(0x82, Buffer.from(host));
}

function extensions(hosts: string[]): Buffer {
  const names = der.sequence(...hosts.map(alternativeName));
  const authority = der.sequence(der.boolean(true));
  return der.tagged(
    0xa3,
    der.sequence(
      der.sequence(der.objectId(SUBJECT_ALT_NAME), der.octetString(names)),
      der.sequence(der.objectId(BASIC_CONSTRAINTS), der.boolean(true), der.octetString(authority)),
    ),
  );
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/**
 * Makes a self-signed EC P-256 certificate for `hosts` (names or IPv4 addresses), which is its own authority,
 * so that clients can trust it as a root. Both parts are PEM.
 */
export function createTlsCertificate(hosts: string[]): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der.sequence(der.objectId(ECDSA_WITH_SHA256));
  const name = der.sequence(
    der.set(der.sequence(der.objectId(COMMON_NAME), der.utf8String('WhatsApp simulator media'))),
  );
  const validity = der.sequence(
    der.utcTime(new Date(Date.now() - DAY)),
    der.utcTime(new Date(Date.now() + 365 * DAY)),
  );
  const body = der.sequence(
    der.tagged(0xa0, der.integer(Buffer.from([2]))), // X.509 version 3
    der.integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions(hosts),
  );
  const certificate = der.sequence(body, algorithm, der.bitString(sign('sha256', body, privateKey)));
  return { cert: pem(certificate), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
