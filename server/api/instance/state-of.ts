import type { InstanceStateResponse } from '../../generated/index.ts';
import type { Found } from '../../session/manager.ts';

export const stateOf = ({ instance, session }: Found): InstanceStateResponse => ({
  instance: { instanceName: instance.name, state: session.state() },
});
