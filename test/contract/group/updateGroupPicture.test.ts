import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { assertRefused, call } from '../../support/call.ts';
import { testGroupRefusals } from '../../support/group-refusals.ts';
import { openTeam, type Team } from '../../support/team.ts';

let world: Team;
let image: string;

before(async () => {
  world = await openTeam();
  const red = { width: 300, height: 100, channels: 3, background: 'red' } as const;
  image = (await sharp({ create: red }).png().toBuffer()).toString('base64');
  BODY.image = image;
});
after(() => world.stop());

const BODY = { image: '' };

testGroupRefusals('updateGroupPicture', 'Error update group picture', () => world, BODY);

const update = (given: string) =>
  call(world.gateway, 'POST', '/group/updateGroupPicture/shop').send({ groupJid: world.team, image: given });

test('201: members see a square JPEG, and so does who asks for the group', async () => {
  const { status, body } = await update(`data:image/png;base64,${image}`);
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(body, { update: 'success' });
  const url = await world.ana.client.socket().profilePictureUrl(world.team, 'image');
  const response = await fetch(url ?? '');
  const { format, width, height } = await sharp(await response.arrayBuffer()).metadata();
  assert.deepEqual([format, width, height], ['jpeg', 640, 640]);
  const { pictureUrl } = await world.gateway.client.group.findGroupInfos({
    instance: 'shop',
    groupJid: world.team,
  });
  assert.equal(pictureUrl, url);
});

test('400: it is not an image, or nothing', async () => {
  for (const none of [Buffer.from('not an image').toString('base64'), '!?']) {
    assertRefused(await update(none), 400);
  }
});
