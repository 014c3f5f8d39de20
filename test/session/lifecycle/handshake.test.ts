import { after, before, test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { assertOnTheWay, assertReceives, opened, QUICK, tells } from '../../support/life.ts';
import { linkedInstance } from '../../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({}, undefined, QUICK);
});
after(() => gateway.stop());

const FAULTS: Record<string, [code: number, fault: object, cleared: object]> = {
  'the upgrade is refused': [503, { refuseUpgrade: 503 }, { refuseUpgrade: 0 }],
  'the upgrade is forbidden': [403, { refuseUpgrade: 403 }, { refuseUpgrade: 0 }],
  'the certificate is of another server': [400, { wrongCertificate: true }, { wrongCertificate: false }],
};

for (const [name, [code, fault, cleared]] of Object.entries(FAULTS)) {
  test(`${name}: the session says so, tries again, and comes back`, async () => {
    const { number } = await linkedInstance(gateway, name);
    await gateway.whatsapp.faults({ ...fault, disconnect: { number } });
    await tells(gateway, name, `connecting ${code}`);
    await assertOnTheWay(gateway, name);
    await gateway.whatsapp.faults(cleared);
    await opened(gateway, name, 2);
    await assertReceives(gateway, name, number);
  });
}
