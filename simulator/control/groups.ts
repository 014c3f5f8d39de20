import { Router } from 'express';
import { createGroup } from '../groups/create.ts';
import type { Network } from '../network.ts';
import { changeGroup } from './change-group.ts';
import { describeGroup, describeOutcomes } from './describe-group.ts';
import { groupNamed, numberJid } from './names.ts';
import { phoneOf } from './phones.ts';

/** Groups, and what their members other than clients do in them. */
export function groupRoutes(network: Network): Router {
  const router = Router();

  router.get('/groups', (_request, response) => {
    response.json([...network.groups.values()].map(describeGroup));
  });

  router.post('/groups', (request, response) => {
    const { creator, subject, participants, addressing } = request.body;
    const { account } = phoneOf(network, creator);
    const plan = { creator: account, subject, jids: participants.map(numberJid), addressing };
    const { group, outcomes } = createGroup(network, plan);
    response.status(201).json({ ...describeGroup(group), outcomes: describeOutcomes(outcomes) });
  });

  router.get('/groups/:id', (request, response) => {
    response.json(describeGroup(groupNamed(network, request.params.id)));
  });

  router.post('/groups/:id', (request, response) => {
    const group = groupNamed(network, request.params.id);
    const outcomes = changeGroup(network, group, request.body);
    response.json({ ...describeGroup(group), outcomes: describeOutcomes(outcomes) });
  });

  return router;
}
