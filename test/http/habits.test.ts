import { testArrivals } from './arrivals.ts';
import { JR } from './habits/jr.ts';
import { LARAVEL } from './habits/laravel.ts';
import { MANAGER } from './habits/manager.ts';
import { N8N } from './habits/n8n.ts';
import { N8N_CHATS } from './habits/n8n-chats.ts';
import { PYTHON } from './habits/python.ts';
import { FORM_TYPE, PYTHON_FORMS } from './habits/python-forms.ts';
import { SDK } from './habits/sdk.ts';
import { GLOBAL_KEY, testApp } from './test-app.ts';

/** Sent with every request, whether it has a body or not. */
const JSON_KEY = { apikey: GLOBAL_KEY, 'content-type': 'application/json' };

const testing = await testApp({ BASE_PATH: '/whatsapp' });
testArrivals(testing, 'n8n', [...N8N, ...N8N_CHATS], JSON_KEY);
testArrivals(testing, 'the manager', MANAGER, { apiKey: GLOBAL_KEY });
testArrivals(testing, 'the TypeScript SDK', SDK, JSON_KEY);
testArrivals(testing, 'the Python client', PYTHON, JSON_KEY);
testArrivals(testing, 'the Python client', PYTHON_FORMS, { apikey: GLOBAL_KEY, 'content-type': FORM_TYPE });
testArrivals(testing, 'the Laravel client', LARAVEL, JSON_KEY);
testArrivals(testing, 'the Python SDK of version 1', JR, JSON_KEY);
