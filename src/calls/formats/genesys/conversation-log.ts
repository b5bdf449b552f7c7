import { anyTranslation, type JsonFormat } from '../log-format.ts';
import { fieldIn, textIn } from '../values.ts';

/**
 * Conversation details of the analytics of Genesys Cloud: who was in a conversation when, and how each
 * left it. They say how calls ended, not where in a flow.
 * https://developer.genesys.cloud/analyticsdatamanagement/analytics/detail/conversation-query
 */
export const genesysConversations: JsonFormat = {
  name: 'genesys-conversations',
  title: 'conversation details of Genesys Cloud',
  records: 'json',
  lists: ['conversations'],
  recognise: (value) =>
    textIn(value, 'conversationId') !== undefined && Array.isArray(fieldIn(value, 'participants')),
  async load(moments) {
    const { conversationTranslation } = await import('./translate-conversation.ts');
    return anyTranslation(conversationTranslation(moments));
  },
};
