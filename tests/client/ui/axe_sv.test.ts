/** Every screen in Swedish, left to right: axe.ts. */
import { everyScreen } from './axe.ts';

everyScreen('sv');
