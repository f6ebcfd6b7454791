/** The pages on top of the fake engine; served by harness_server.ts to a real browser. */
import '../../../client-web/src/ui/styles/fonts.css';
import '../../../client-web/src/ui/styles/tokens.css';
import '../../../client-web/src/ui/styles/base.css';
import '../../../client-web/src/ui/styles/controls.css';
import '../../../client-web/src/ui/styles/conversation.css';
import '../../../client-web/src/ui/styles/print.css';
import { startPages } from '../../../client-web/src/ui/start.ts';
import { readFakeInfo } from './fake_info.ts';
import { askFake, startFake } from './fake_engine.ts';

const target = document.getElementById('app');
if (target) void startPages(startFake, askFake, readFakeInfo, target);
