/** Every screen in Arabic, right to left: axe.ts. */
import { everyScreen } from './axe.ts';

everyScreen('ar');
