/** Registers every element at once: for pages that build their own script and use most of them. */
import './define/activity.ts';
import './define/contract-form.ts';
import './define/contract-list.ts';
import './define/contract-review.ts';
import './define/details.ts';
import './define/launcher.ts';
import './define/milestone-editor.ts';
import './define/milestone-timeline.ts';
import './define/provider.ts';
import './define/request-payment.ts';
import './define/workroom.ts';
