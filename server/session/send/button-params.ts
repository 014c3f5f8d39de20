import { randomBytes } from 'node:crypto';
import { badRequest } from '../../errors.ts';
import type { MessageButton, PixKeyType } from '../../generated/index.ts';

/** What WhatsApp calls each kind of PIX key. */
const PIX_KEYS: Record<PixKeyType, string> = {
  phone: 'PHONE',
  email: 'EMAIL',
  cpf: 'CPF',
  cnpj: 'CNPJ',
  random: 'EVP',
};

/**
 * What a button carries, by its type.
 *
 * @throws HttpError 400 when a field is missing that its type needs
 */
export function buttonParams(button: MessageButton): object {
  const need = (field: Exclude<keyof MessageButton, 'type'>): string => {
    const value = button[field];
    if (!value) throw badRequest(`A ${button.type} button requires property "${field}"`);
    return value;
  };
  switch (button.type) {
    case 'reply':
      return { display_text: need('displayText'), id: need('id') };
    case 'copy':
      return { display_text: need('displayText'), copy_code: need('copyCode') };
    case 'url':
      return { display_text: need('displayText'), url: need('url'), merchant_url: need('url') };
    case 'call':
      return { display_text: need('displayText'), phone_number: need('phoneNumber') };
    case 'pix': {
      const key_type = PIX_KEYS[button.keyType ?? 'random'];
      return payment(button.currency ?? 'BRL', { merchant_name: need('name'), key: need('key'), key_type });
    }
  }
}

const NOTHING = { value: 0, offset: 100 };

/** An order over nothing: the payer types the amount. WhatsApp shows the key to pay to. */
function payment(currency: string, pix_static_code: object): object {
  const item = { name: '', amount: NOTHING, quantity: 0, sale_amount: NOTHING };
  return {
    currency,
    total_amount: NOTHING,
    reference_id: randomBytes(6).toString('hex').toUpperCase(),
    type: 'physical-goods',
    order: { status: 'pending', subtotal: NOTHING, order_type: 'ORDER', items: [item] },
    payment_settings: [{ type: 'pix_static_code', pix_static_code }],
    share_payment_status: false,
  };
}
