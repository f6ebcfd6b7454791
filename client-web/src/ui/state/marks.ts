/** The six reactions, in the order in which they are offered. The picture never stands without its word (locales: reaction-*). */
import type { ReactionMark } from '../../domain/api.ts';

export const MARKS: readonly { mark: ReactionMark; picture: string }[] = [
  { mark: 'heart', picture: '❤️' }, { mark: 'thumb_up', picture: '👍' }, { mark: 'thanks', picture: '🙏' },
  { mark: 'hug', picture: '🤗' }, { mark: 'sad_with_you', picture: '😢' }, { mark: 'tick', picture: '✅' },
];
