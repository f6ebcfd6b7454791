# العربية. الأصل هو sv.ftl.
# اكتب جملاً قصيرة. قد يكون القارئ متعباً وخائفاً ويقرأ على شاشة صغيرة.

## في كل مكان

app-loading = جارٍ الفتح …
language = اللغة
skip-to-content = انتقل إلى المحتوى
top-bar = المساعدة والخروج
quick-exit = خروج سريع
quick-exit-hint = يمكنك أيضاً الضغط على Shift ثلاث مرات.
call-112 = اتصل بـ 112
back = رجوع
close = إغلاق
cancel = إلغاء
done = تم
save = حفظ
saved = تم الحفظ.
copy-link = نسخ الرابط
copied = تم النسخ.
copy-failed = تعذّر النسخ.
print = طباعة
try-again = حاول مرة أخرى
menu-help = مساعدة
menu-settings = الإعدادات
hours-label = أوقات العمل والرد:
hours-unknown = يمكنك الكتابة في أي وقت. يأتيك الرد عندما يكون أحد موجوداً.
hours-open = مفتوح الآن.
# $time: "today 17:00", "Monday 08:00": see moment-*
hours-open-until = مفتوح الآن حتى { $time }.
hours-opens = مغلق الآن. يفتح { $time }.
hours-answer-by = إذا كتبت الآن فسيصلك الرد في موعد أقصاه { $time }.
moment-today = اليوم { $time }
moment-tomorrow = غداً { $time }
moment-day = { $day } { $time }

role-parent = والد أو والدة
role-supporter = شخص داعم
role-coordinator = منسّق
role-lead = مسؤول المشروع

## الاتصال بالخادم

link-offline = لا يوجد اتصال الآن. ما تكتبه يُحفظ هنا ويُرسل لاحقاً.
    .easy = لا توجد شبكة الآن. ما تكتبه محفوظ.
link-offline-retry = لا يوجد اتصال الآن. ما تكتبه يُحفظ هنا. المحاولة التالية خلال { $seconds ->
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
       *[other] { $seconds } ثانية
    }.
link-connecting = جارٍ الاتصال …
link-retry = حاول الآن
lock-soon = سيُقفل بعد قليل. المس الشاشة لتبقى.
waiting-banner = { $count ->
        [one] رسالة واحدة تنتظر الإرسال.
        [two] رسالتان تنتظران الإرسال.
        [few] { $count } رسائل تنتظر الإرسال.
       *[other] { $count } رسالة تنتظر الإرسال.
    }

## المرة الأولى: لا توجد ورقة بعد

start-title = هل حصلت على ورقة؟
start-intro = أعطاك شخص يريد أن يقف بجانبك ورقة عليها رمز. اكتب الرمز هنا، وبعدها يمكنك الكتابة فوراً. هل رأيت ملصقاً؟ اكتب الرمز الذي عليه.
    .easy = هل لديك ورقة فيها رمز؟ اكتب الرمز هنا. بعدها يمكنك الكتابة فورًا.
start-code-label = الرمز المكتوب على الورقة
start-code-hint = لا فرق بين الحروف الكبيرة والصغيرة. يمكنك أيضاً لصق الرابط كاملاً.
    .easy = الأحرف الصغيرة مناسبة أيضًا.
start-open = افتح الورقة
start-opening = جارٍ قراءة الورقة …
start-scan = امسح رمز QR بالكاميرا
start-scan-stop = أغلق الكاميرا
start-scan-title = ضع الورقة أمام الكاميرا
start-scan-view = صورة الكاميرا
start-scan-failed = لا يمكن استخدام الكاميرا هنا. اكتب الرمز بدلاً من ذلك، أو افتح كاميرا الهاتف ووجّهها نحو رمز QR.
start-scan-advice = هل على الورقة رمز QR؟ افتح كاميرا الهاتف ووجّهها نحو الرمز.
start-none-title = ليست لديك ورقة؟
start-none = اسأل من عرض عليك الدعم. عمل ورقة جديدة سريع ولا يكلّف شيئاً.
    .easy = اسأل من عرض عليك الدعم. لا يكلف شيئًا.
slip-mistyped-part = الجزء { $part } لا يبدو صحيحاً. قارنه بالورقة حرفاً حرفاً.
slip-mistyped-which = الجزء { $part } من الرمز:

## قُرئت الورقة: اختر اسماً ورمز PIN

join-title = أهلاً بك
join-what = هنا يمكنك أن تكتب مع { $org } متى شئت، ولا يقرأ إلا من هم في المحادثة: لا موظفو الخدمات الاجتماعية، ولا أي مدير، ولا من يدير الخادم.
    .easy = هنا يمكنك الكتابة مع { $org }. لا يقرأ إلا المشاركون. الخدمات الاجتماعية لا تستطيع القراءة. ولا أي مدير.
join-limits = لكن من لديه هاتفك ورمز PIN الخاص بك يستطيع القراءة، ومن تكتب معه قد يكون ملزماً بالإبلاغ إذا كان طفل يتعرّض للأذى.
    .easy = من لديه هاتفك ورمز PIN يستطيع القراءة أيضًا. وقد يكون من تكتب معه مُلزمًا بالإبلاغ إذا تعرّض طفل للأذى.
join-what-staff = بهذه الورقة يصبح هذا الجهاز مفتاحك لدى { $org } بصفة { $role ->
        [supporter] شخص داعم
        [coordinator] منسّق
       *[lead] مسؤول المشروع
    }.
join-limits-supporter = تقرأ فقط المحادثات التي أنت فيها، ولا أحد يستطيع قراءتها بدلاً منك إذا ضاع الهاتف.
join-limits-staff = لا ترى أبداً ما يكتبه أحد، ولا يستطيع أحد رؤيته من خلالك.
join-more = { $count ->
        [one] في الرابط ورقة أخرى. تُستخدم في الوقت نفسه.
        [two] في الرابط ورقتان أخريان. تُستخدمان في الوقت نفسه.
        [few] في الرابط { $count } أوراق أخرى. تُستخدم في الوقت نفسه.
       *[other] في الرابط { $count } ورقة أخرى. تُستخدم في الوقت نفسه.
    }
join-cannot-title = ما الذي لا نستطيع حمايته؟
join-cannot-spy = برنامج التجسس في الهاتف يستطيع قراءة ما تقرأه.
join-cannot-force = إذا أجبرك أحد على فتح القفل فإنه يستطيع القراءة.
join-cannot-share = من تكتب معه يستطيع أن يُري الرسائل لآخرين.
join-cannot-lost = إذا ضاع هاتفك تحصل على ورقة جديدة، لكن الرسائل القديمة لا تعود إليك.
join-cannot-code = من يدير الخادم لا يستطيع القراءة، لكنه قد يستطيع تغيير البرنامج نفسه.
join-name = اسمك
join-name-hint = هذا ما يراه الآخرون. الاسم الأول يكفي.
join-pin = اختر رمز PIN
join-pin-hint = ستة أرقام تتذكرها. لا تستخدم تاريخ ميلادك.
    .easy = ستة أرقام تتذكرها.
join-pin-again = رمز PIN نفسه مرة أخرى
join-phrase = اختر عبارة سرية
join-phrase-hint = ثمانية أحرف على الأقل. بضع كلمات متتالية أفضل.
join-phrase-again = العبارة السرية نفسها مرة أخرى
join-use-phrase = استخدم عبارة سرية بدلاً من رمز PIN
pin-show = أظهر ما أكتبه
join-submit = ابدأ
join-cancel = لا تستخدم الورقة
join-name-bad = اكتب اسماً لا يزيد على 40 حرفاً.
join-pin-bad = يجب أن يكون رمز PIN ستة أرقام.
join-phrase-bad = يجب أن تكون العبارة السرية ثمانية أحرف على الأقل.
join-pin-differs = لم يتطابق الإدخالان. اكتب مرة أخرى.
joining-title = أوشكنا على الانتهاء
joining-text = نجهّز المفاتيح. يستغرق ذلك بضع ثوانٍ.
    .easy = انتظر قليلاً. يستغرق الأمر بضع ثوانٍ.
joining-offline = لا يوجد اتصال الآن. سيستمر الأمر تلقائياً، والورقة لم تضِع.
    .easy = لا توجد شبكة الآن. سيستمر الأمر من تلقاء نفسه.

## بملصق: اختيار الجهة، وانتظار أن يتفرّغ أحد

door-title = مع من تريد أن تكتب؟
door-what = لقد فتحت ملصقاً. هنا يمكنك أن تكتب مع شخص يقف إلى جانبك. اختر مع من تريد أن تكتب، فتحصل على مكان في طابورهم. أول من يتفرّغ يستقبلك.
    .easy = هنا يمكنك الكتابة مع شخص يقف إلى جانبك. اختر من. ثم انتظر دورك.
door-behind-municipality = دعم البلدية. من يرد عليك موظف في البلدية، لكنه ليس من يحقق أو يقرر.
    .easy = هذا الشخص يعمل في البلدية. لكنه لا يقرر شيئًا بشأنك.
door-behind-association = دعم من جمعية. من يرد عليك عضو في الجمعية ولا يعمل لدى البلدية.
    .easy = هذا الشخص عضو في جمعية. ولا يعمل في البلدية.
door-waiting = { $count ->
        [0] لا أحد ينتظر هناك الآن.
        [one] شخص واحد ينتظر هناك الآن.
        [two] شخصان ينتظران هناك الآن.
        [few] { $count } أشخاص ينتظرون هناك الآن.
       *[other] { $count } شخصاً ينتظرون هناك الآن.
    }
door-choose = اختر { $org }
door-choose-other = اختر جهة أخرى
door-switch-later = يمكنك التغيير لاحقاً ما دام لم يستقبلك أحد.
door-safety-title = ما مدى الأمان؟
door-safety = لا يستطيع الخادم قراءة ما تكتبه. لكن الملصق مفتوح لكل من يراه. لذلك يُظهر التطبيق ثلاث كلمات أمان عندما تكتبان معاً. اقرآها أحدكما للآخر بالهاتف أو عند اللقاء. إن كانت متطابقة فلا أحد بينكما. من لديه ورقة خاصة به فطريقه أكثر أماناً.
door-submit = ضعني في الطابور
door-cancel = لا تستخدم الملصق
wait-title = أنت في الطابور
wait-ahead = { $count ->
        [0] أنت الأول في الطابور.
        [one] شخص واحد ينتظر قبلك.
        [two] شخصان ينتظران قبلك.
        [few] { $count } أشخاص ينتظرون قبلك.
       *[other] { $count } شخصاً ينتظرون قبلك.
    }
wait-taken = أحدهم يستقبلك الآن
wait-taken-what = شخص داعم يجهّز محادثتكما. تُفتح هنا من تلقاء نفسها. وإن انقطع ذلك يعود إليك مكانك في الطابور خلال نصف ساعة.
    .easy = ستُفتح المحادثة قريبًا. لا تحتاج إلى فعل شيء.
wait-open = الجهة مفتوحة الآن.
wait-open-until = الجهة مفتوحة الآن حتى { $time }.
wait-closed = لا أحد هناك الآن. تفتح الجهة { $time }.
wait-hours-unknown = لم تحدد الجهة أوقات عمل. تُستقبل عندما يتفرّغ أحد.
wait-promised = تتوقع الجهة أن ترد في موعد أقصاه { $time }.
wait-promise-over = طال الأمر أكثر مما توقعت الجهة. ما زلت في الطابور.
wait-longer = قد يطول الأمر عندما ينتظر آخرون قبلك.
wait-close-app = يمكنك إغلاق التطبيق والعودة إلى هنا. المكان في الطابور لك.
    .easy = يمكنك إغلاق التطبيق. يبقى مكانك لك.
wait-since = جئت { $day }.
wait-written = هل تريد أن تبدأ الكتابة؟
wait-written-before = ما كتبته
wait-written-what = ما تكتبه يُحفظ هنا في هاتفك. لا يقرؤه أحد حتى يستقبلك أحد. عندها يُرسل من تلقاء نفسه.
    .easy = يمكنك الكتابة من الآن. يُرسل النص عندما يتفرغ أحد.
wait-text-waits = ينتظر، لم يُرسل بعد
wait-text-remove = احذف
wait-keep = احفظ حتى يستقبلني أحد
wait-switch = غيّر إلى { $org }
wait-switch-question = { $count ->
        [0] لا أحد ينتظر لدى { $org } الآن. المكان الذي لك الآن يذهب إلى التالي.
        [one] شخص واحد ينتظر لدى { $org } الآن. ستكون الأخير، والمكان الذي لك الآن يذهب إلى التالي.
        [two] شخصان ينتظران لدى { $org } الآن. ستكون الأخير، والمكان الذي لك الآن يذهب إلى التالي.
        [few] { $count } أشخاص ينتظرون لدى { $org } الآن. ستكون الأخير، والمكان الذي لك الآن يذهب إلى التالي.
       *[other] { $count } شخصاً ينتظرون لدى { $org } الآن. ستكون الأخير، والمكان الذي لك الآن يذهب إلى التالي.
    }
wait-switch-yes = نعم، غيّر
wait-switched = أنت الآن في طابور { $org }.
wait-end = توقف عن الانتظار
wait-end-question = تغادر الطابور، ويُحذف كل شيء على هذا الجهاز، وكذلك ما كتبته. يمكنك فتح الملصق مرة أخرى متى شئت.
wait-end-yes = نعم، توقف عن الانتظار
wait-trouble-unopened = ربما سُحب الرد، أو حاول شخص آخر أن يرد بدلاً منه. يمكنك أن تبقى منتظراً هنا. إن لم يصل شيء آخر: انسخ ما كتبته وابدأ من جديد بالملصق. ومن الجيد أن تخبر الجهة.
wait-trouble-gone = يُحفظ المكان ثلاثين يوماً. ما كتبته ما زال هنا: انسخه قبل أن تبدأ من جديد بالملصق.
wait-trouble-ending = يُحذف كل شيء هنا فور أن يعلم الخادم بذلك.
wait-title-unopened = وصل رد تعذّر فتحه
wait-title-gone = لم يعد مكانك في الطابور موجوداً
wait-title-ending = لقد توقفت عن الانتظار
wait-copy = انسخ ما كتبته
wait-again = ابدأ من جديد بالملصق
wait-again-question = يُحذف كل شيء على هذا الجهاز، وكذلك ما كتبته. انسخه أولاً إن أردت الاحتفاظ به.
wait-again-yes = نعم، ابدأ من جديد
wait-own-slip = هل حصلت على ورقة خاصة بك؟ إن استخدمتها تغادر الطابور، ويُرسل ما كتبته أثناء الانتظار في تلك المحادثة.

## مقفل

locked-title = ملاحظات
locked-pin = رمز PIN الخاص بك
locked-pin-hint = ستة أرقام، أو عبارتك السرية.
locked-phrase = لدي عبارة سرية
locked-open = افتح القفل
locked-opening = جارٍ فتح القفل …
locked-wrong = رمز PIN خاطئ. { $tries ->
        [one] بقيت لك محاولة واحدة. بعدها لا تنفع إلا ورقة جديدة.
        [two] بقيت لك محاولتان.
        [few] بقيت لك { $tries } محاولات.
       *[other] بقيت لك { $tries } محاولة.
    }
locked-empty = اكتب رمز PIN الخاص بك.
locked-needs-network = فتح القفل يحتاج إلى اتصال بالخادم.
locked-forgot = نسيت رمز PIN
forgot-title = رمز PIN منسي
forgot-text = هذا يحدث، ولا ضرر منه. اطلب ورقة جديدة ممن تكتب معه أو من الجهة. ثم احذف ما في الهاتف وافتح الورقة الجديدة.
    .easy = لا بأس. اطلب ورقة جديدة. احذف ما هو موجود هنا. ثم افتح الورقة الجديدة.
forgot-history = الرسائل القديمة لا تعود إلى هذا الهاتف. الآخرون يحتفظون برسائلهم.
    .easy = لن ترى الرسائل القديمة في هذا الهاتف بعد ذلك.
forget-device = احذف كل شيء على هذا الجهاز
forget-confirm = هل أنت متأكد؟ سيُحذف الآن كل شيء على هذا الجهاز. لا يمكن التراجع.
forget-yes = نعم، احذف
slip-pending = فتحت ورقة جديدة. افتح القفل أولاً وستُضاف. إذا نسيت رمز PIN فاضغط على «نسيت رمز PIN».

elsewhere-title = مفتوح في نافذة أخرى
elsewhere-text = يمكن فتحه في مكان واحد فقط في كل مرة، حتى لا يحدث خطأ.
    .easy = التطبيق مفتوح بالفعل في مكان آخر.
elsewhere-take = افتح هنا بدلاً من ذلك

destroyed-title = القفل مغلق
destroyed-text = أُدخل رمز PIN خاطئ مرات كثيرة. مفتاح الرسائل في هذا الهاتف لم يعد موجوداً، حتى لا يقرأها أحد غيرك.
    .easy = كان رمز PIN خاطئًا مرات كثيرة. الآن لا أحد يستطيع قراءة ما كان هنا.
destroyed-next = اطلب ورقة جديدة ممن تكتب معه أو من الجهة. بعدها يمكنكم المتابعة.
    .easy = اطلب ورقة جديدة. ثم يمكنكم المتابعة.
destroyed-start = احذف وافتح ورقة جديدة

## المحادثات

circles-title = محادثاتك
circles-empty = ليست لديك محادثات بعد.
circles-none-parent = لست في أي محادثة الآن. اطلب ورقة جديدة إذا أردت المتابعة.
circle-unread = { $count ->
        [one] رسالة غير مقروءة
        [two] رسالتان غير مقروءتين
        [few] { $count } رسائل غير مقروءة
       *[other] { $count } رسالة غير مقروءة
    }
circle-waiting = { $count ->
        [one] رسالة تنتظر
        [two] رسالتان تنتظران
        [few] { $count } رسائل تنتظر
       *[other] { $count } رسالة تنتظر
    }
circle-alone = لا يوجد أحد آخر بعد
circle-lost = انقطع خيط المحادثة
circle-untitled = محادثة بلا اسم
circle-from-queue = جديد من الطابور
circle-on-the-way = في انتظار دخول الشخص
new-circle = محادثة جديدة
new-circle-title = ماذا تريد أن تسمي المحادثة؟
new-circle-hint = أنت فقط ترى الاسم. لا تكتب ما يدل على شخص.
new-circle-make = ابدأ المحادثة
new-circle-placeholder = محادثة { $number }
add-slip = أضف ورقة
add-slip-done = أنت الآن في المحادثة.
circles-choose = اختر محادثة من القائمة.

conversation-messages = الرسائل
conversation-empty = لا شيء هنا بعد. اكتب متى شئت، كثيراً أو قليلاً.
    .easy = اكتب متى شئت.
conversation-alone = لا يوجد أحد آخر بعد. اعمل ورقة وأعطها لمن ستكتب معه.
conversation-on-the-way = في انتظار دخول الشخص. يحدث ذلك من تلقاء نفسه عندما يفتح التطبيق. يمكنك الكتابة من الآن.
conversation-older = أظهر الأقدم
conversation-newest = إلى الأحدث
conversation-people = الأشخاص والأمان
conversation-write = اكتب رسالة
conversation-send = إرسال
conversation-keys = ‏Ctrl مع Enter للإرسال.
conversation-left = { $count ->
        [one] بقي حرف واحد
        [two] بقي حرفان
        [few] بقيت { $count } أحرف
       *[other] بقي { $count } حرفاً
    }
conversation-over = { $count ->
        [one] حرف واحد زائد
        [two] حرفان زائدان
        [few] { $count } أحرف زائدة
       *[other] { $count } حرفاً زائداً
    }
conversation-new = رسالة جديدة من { $author }: { $text }
message-mine = أنت
delivery-waiting = تنتظر، لم تُرسل بعد
delivery-sent = أُرسلت
delivery-delivered = وصلت
delivery-read = قُرئت
message-retry = حاول الإرسال مرة أخرى

thread-lost = فقد هذا الهاتف خيط المحادثة. لم يضِع شيء مما قرأته. اطلب من { $names } ورقة جديدة، فتستمر المحادثة هنا.
    .easy = حدث خطأ في الهاتف. اطلب ورقة جديدة من { $names }.
thread-lost-alone = فقد هذا الجهاز خيط المحادثة. لم يضِع شيء مما قرأته. ابدأ من جديد واعمل ورقة جديدة لكل واحد، فتستمر المحادثة هنا.
thread-lost-waits = ما تكتبه يُحفظ ويُرسل بعد ذلك.
thread-helper = من أعطاك الورقة
thread-new-slip = عندي ورقة جديدة
thread-copy = انسخ ما لم يُرسل
thread-afresh = ابدأ المحادثة من جديد
thread-afresh-question = تبدأ المحادثة من جديد مع الأشخاص أنفسهم. يبقى ما قرأتموه، وتعمل ورقة جديدة لكل واحد.
thread-afresh-yes = نعم، ابدأ من جديد
thread-doubt = عاد الهاتف إلى حالة أقدم. يجري الآن تجديد المفاتيح. ما تكتبه ينتظر هنا ويُرسل تلقائياً.
afresh-awaited = بدأت المحادثة من جديد. اعمل ورقة جديدة لكل واحد فيعود إليها.
afresh-slip = ورقة جديدة لـ { $name }

notice-someone = شخص ما
notice-circle_started = بدأ { $actor } المحادثة.
notice-joined = { $subject } الآن في المحادثة.
notice-left = غادر { $subject } المحادثة.
notice-removed = أخرج { $actor } { $subject } من المحادثة. لا يستطيع { $subject } قراءة ما يُكتب من الآن.
notice-new_device = لدى { $subject } هاتف أو حاسوب جديد. الجهاز القديم لا يستطيع قراءة ما يُكتب من الآن.
notice-slip_made = عمل { $actor } ورقة. من يستخدم الورقة يدخل المحادثة.
notice-slip_used = استخدم { $subject } ورقة.
notice-slip_revoked = سحب { $actor } ورقة. لم يعد ممكناً استخدامها.
notice-not_readable = تعذّرت قراءة شيء على هذا الجهاز. اطلب ممن كتبه أن يكتبه مرة أخرى إن لم يصل تلقائياً.
notice-not_readable_from = تعذّرت هنا قراءة شيء كتبه { $subject }. اطلب من { $subject } أن يكتبه مرة أخرى إن لم يصل تلقائياً.
notice-you_joined = أنت الآن في المحادثة. لا يظهر ما كُتب قبل دخولك.
notice-back = عاد { $subject } إلى المحادثة بورقة جديدة.
notice-you_back = عدت إلى المحادثة. يُرسل الآن ما كان ينتظر.
notice-afresh = بدأت المحادثة هنا من جديد لأن أحد الأجهزة فقد خيطها. ما قرأتموه باقٍ.
notice-gone = لم يعد { $subject } يعمل هنا ولا يمكنه قراءة ما يُكتب من الآن. يمكن للآخرين المتابعة. هل بقيت وحدك؟ تواصل مع الجهة وستحصل على شخص جديد.
notice-line_open = المحادثة مفتوحة الآن. اكتب متى شئت. ما كتبته أثناء الانتظار في الطريق.

## احتساب التواصل

count-title = احتسب تواصلاً
count-hint = ضغطة واحدة تكفي. يراها كل من في المحادثة، ويمكنك التراجع بعدها لبعض الوقت. لا يخرج من المحادثة إلا العدد.
count-visit = زيارة
count-phone = مكالمة هاتفية
count-meeting = اجتماع معاً
count-email = بريد إلكتروني
count-group = مجموعة
count-dialogue = يوم فيه رسائل
count-call = مكالمة في التطبيق
count-visit-done = احتُسبت زيارة واحدة.
count-phone-done = احتُسبت مكالمة هاتفية واحدة.
count-meeting-done = احتُسب اجتماع واحد.
count-email-done = احتُسبت رسالة بريد إلكتروني واحدة.
count-group-done = احتُسب لقاء مجموعة واحد.
contact-entry = احتسب { $author }: { $kind }، { $day }
contact-entry-mine = احتسبتَ: { $kind }، { $day }
contact-undone = تم التراجع
contact-undo = تراجع
contact-undo-left = يمكن التراجع خلال { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }
counted-title = ما احتُسب هذا الشهر
counted-none = لم يُحتسب شيء هذا الشهر بعد.
counted-row = { $kind }: { $count }

## كيف الحال

face-1 = صعب جدًا
face-2 = صعب
face-3 = لا جيد ولا سيئ
face-4 = جيد نوعًا ما
face-5 = جيد
face-none = أفضّل ألا أقول
experience-1 = سيئ جدًا
experience-2 = سيئ
experience-3 = لا جيد ولا سيئ
experience-4 = جيد
experience-5 = جيد جدًا
experience-title = كيف كان الدعم
feeling-title = كيف حالك
feeling-first = كيف حالك الآن؟
feeling-last = كيف حالك الآن مقارنة بالبداية؟
feeling-experience = كيف كان الدعم بالنسبة إليك؟
feeling-choice = أجب إن أردت.
feeling-open = أجب عن السؤال
feeling-hint = لك أن تختار الإجابة أو عدمها، ولا يُطرح السؤال إلا الآن. تبقى الإجابة في هاتفك، ولا يُحسب إلا رقم بلا اسم.
    .easy = لست مضطرًا للإجابة. تبقى الإجابة في هاتفك.
feeling-show = أظهر إجابتي لـ { $names }
feeling-answer = أجب
feeling-choose = اختر إحدى الإجابات، أو «أفضّل ألا أقول».
feeling-thanks = شكرًا على الإجابة.
feeling-thanks-none = لا بأس بذلك إطلاقًا.
feeling-kept = الإجابة موجودة في هاتفك فقط.
feeling-shown = الإجابة ظاهرة لـ { $names }.
feeling-undo = غيّر الإجابة

## ما يحدث للدعم

act-you = أنت
act-contact = تواصل
act-feeling-first = { $actor }: هكذا الحال في البداية: { $face }.
act-feeling-last = { $actor }: هكذا الحال الآن: { $face }.
act-feeling-back = { $actor }: تم سحب الإجابة عن الحال.
act-feeling-experience = { $actor }: هكذا كان الدعم: { $face }.
act-experience-back = { $actor }: تم سحب الإجابة عن الدعم.
act-programme = { $actor }: تغيّرت طريقة الدعم. { $what }.
act-programme-step = { $actor }: ينتقل الدعم الآن إلى الخطوة { $number } من { $count }.
act-objection = { $actor }: هذا غير صحيح: { $kind } { $day }.
act-objection-back = { $actor }: هذا صحيح في النهاية: { $kind } { $day }.
act-closing = { $actor }: إنهاء الدعم: { $outcome }.
act-closing-back = { $actor }: تم التراجع عن الإنهاء. الدعم مستمر.
act-feedback-ask = { $actor }: هل نكتب إفادة معًا؟
act-feedback-yes = { $actor }: نعم لكتابة الإفادة معًا.
act-feedback-no = { $actor }: لا للإفادة. لا بأس بذلك إطلاقًا.

objection-make = هذا غير صحيح
objection-mine = قلت إن هذا غير صحيح.
objection-of = يقول { $names } إن هذا غير صحيح.
objection-sent = الرقم الذي أُرسل لا يمكن سحبه، لأن لا شيء فيه يدل على مصدره. لكن كل من في المحادثة يرى أنه غير صحيح.
objection-back = هو صحيح في النهاية
objection-back-done = تم سحب الاعتراض.

## الدعم ونهايته

support-title = الدعم
support-conversations = { $count ->
        [zero] لا محادثات حتى الآن.
        [one] محادثة واحدة حتى الآن.
        [two] محادثتان حتى الآن.
        [few] { $count } محادثات حتى الآن.
       *[other] { $count } محادثة حتى الآن.
    } الدعم مخطط له أن يكون { $range } محادثات.
support-what = المحادثة هي يوم فيه تواصل محسوب واحد على الأقل: رسائل أو هاتف أو زيارة أو اجتماع. عدة مرات تواصل في يوم واحد محادثة واحدة.
support-conversations-open = { $count ->
        [zero] لا محادثات حتى الآن.
        [one] محادثة واحدة حتى الآن.
        [two] محادثتان حتى الآن.
        [few] { $count } محادثات حتى الآن.
       *[other] { $count } محادثة حتى الآن.
    }
range-text = { $least }–{ $most }
programme-choose = كيف سيكون الدعم؟
programme-choose-one = اختر كيف سيكون الدعم.
programme-range = { $name }: من { $least } إلى { $most } محادثات
programme-number = { $count ->
        [one] { $name }: محادثة واحدة
        [two] { $name }: محادثتان
        [few] { $name }: { $count } محادثات
       *[other] { $name }: { $count } محادثة
    }
programme-steps = { $count ->
        [one] { $name }: خطوة واحدة
        [two] { $name }: خطوتان متتاليتان
        [few] { $name }: { $count } خطوات متتالية
       *[other] { $name }: { $count } خطوة متتالية
    }
programme-open = { $name }: ما دامت الحاجة إليه
programme-step = الخطوة { $number } من { $count }، الأسبوع { $week }. مدة الخطوة بالأسابيع: { $weeks }.
programme-change = غيّر طريقة الدعم
programme-change-what = يرى كل من في المحادثة أنك غيّرتها. وما حُسب يبقى كما هو.
programme-change-go = غيّر
programme-changed = تم التغيير. يراه كل من في المحادثة.
programme-foreign = هكذا يسير الدعم الآن: { $what }. جهتك تعمل بطريقة أخرى. هل تريد التغيير؟
check-in-title = وقفة مراجعة
check-in = حان وقت المراجعة، الأسبوع { $week } من { $weeks }.
check-in-what = توقفوا معًا قليلًا: ما الذي تحسّن، وما المطلوب الآن؟
check-in-done = تمت
check-in-done-said = جيد. تأتي المراجعة التالية في وقتها.
phase-over = بلغت الخطوة { $number } من { $count } أطول مدة لها.
phase-next = انتقل إلى الخطوة التالية
phase-next-question = هل تنتقل إلى الخطوة { $number } من { $count }؟ يرى ذلك كل من في المحادثة.
phase-next-yes = نعم، انتقل
close-ask = هل يُنهى الدعم؟
close-ask-why = { $count ->
        [one] كانت لديكم محادثة واحدة.
        [two] كانت لديكم محادثتان.
        [few] كانت لديكم { $count } محادثات.
       *[other] كانت لديكم { $count } محادثة.
    } الدعم مخطط له { $range }. القرار لك.
close-ask-why-steps = بلغت الخطوة الأخيرة أطول مدة لها. القرار لك.
close-go = إنهاء الدعم …
close-not-now = ليس الآن
close-not-now-done = يعود السؤال بعد أسبوع على الأقل.

closing-title = إنهاء الدعم
closing-what = عندما تنهيه يرى ذلك كل من في المحادثة. لمدة سبعة أيام يمكنكم القراءة والكتابة، ويمكن لأي منكم التراجع عن الإنهاء. بعد ذلك تُحذف المحادثة ومفاتيحها من هواتف الجميع. ويبقى إيصال بلا محتوى.
closing-feedback = هل ينبغي أن يحصل مسؤول الملف على إفادة؟ اكتبها مع الوالد أو الوالدة قبل حذف المحادثة.
closing-outcome = كيف انتهى الأمر؟
outcome-completed = اكتمل الدعم
outcome-further_support = اكتمل، ويُراد مزيد من الدعم
outcome-declined = رُفض الدعم
outcome-not_reached = لم يمكن الوصول إلى الوالد أو الوالدة
closing-counted = كيف انتهى الأمر وعدد المحادثات تقريبًا يُحسبان بلا أسماء بعد انقضاء الأيام السبعة.
closing-go = إنهاء
closing-question = هل تريد إنهاء الدعم؟ يرى ذلك الآن كل من في المحادثة. بعد سبعة أيام يُحذف كل شيء.
closing-yes = نعم، إنهاء
closing-done = ينتهي الدعم بعد سبعة أيام.
closing-already = الدعم في طريقه إلى الانتهاء.
closing-note = ينتهي الدعم { $until }. حتى ذلك الحين يمكنكم القراءة والكتابة. ثم تُحذف المحادثة من هواتف الجميع ويبقى إيصال.
closing-over = انتهى الدعم. يمكنك القراءة حتى { $until }. ثم تُحذف المحادثة هنا ويبقى إيصال.
closing-nobody = لم يعد الآخرون هنا، فلا يمكن الكتابة بعد الآن. إن احتجت إلى الدعم مجددًا فاطلب من الجهة ورقة جديدة.
closing-back = التراجع عن الإنهاء
closing-back-question = عندها يستمر الدعم كما كان ولا يُحذف شيء. يرى ذلك كل من في المحادثة.
closing-back-yes = نعم، يستمر الدعم
closing-back-done = الدعم مستمر.

feedback-title = إفادة
feedback-what = يمكن أن يحصل مسؤول الملف على إفادة قصيرة: عدد مرات التواصل، وكيف الحال الآن، وما الذي تغيّر، وهل يُراد مزيد من الدعم. تكتبانها معًا على هاتفك، وفقط بعد الموافقة. والرفض لا بأس به إطلاقًا.
feedback-ask = اسأل الوالد أو الوالدة
feedback-waits = طُرح السؤال. تأتي الإجابة في المحادثة.
feedback-declined = لا تُراد أي إفادة. لا بأس بذلك إطلاقًا. يمكن إنهاء الدعم على أي حال.
feedback-question = يسأل { $names }: هل تكتبان معًا إفادة قصيرة لمسؤول الملف؟
feedback-question-more = تقرأ النص قبل تسليمه، ولا يُسلَّم إلا إذا أردت. لا يحدث شيء إن قلت لا.
    .easy = تقرأ النص أولاً. يمكنك أن تقول لا.
feedback-yes = نعم
feedback-no = لا
feedback-write = اكتبا معًا. كل شيء اختياري، والأجزاء الفارغة لا تُسلَّم.
feedback-feels = كيف حال الوالد أو الوالدة الآن
feedback-change = ما الذي تغيّر
feedback-wish = هل يُراد مزيد من الدعم؟
feedback-wish-yes = نعم
feedback-wish-no = لا
feedback-wish-unsure = غير معروف بعد
feedback-more = أي شيء آخر يُراد قوله
feedback-stays = النص موجود على هذا الجهاز فقط، مقفل مثل كل شيء آخر. لا يُرسل أبدًا من هنا، ويُحذف عند انتهاء الدعم.
feedback-read = اقرآه معًا
feedback-hand-over = دع الوالد أو الوالدة يقرأ النص كله الآن، أو اقرأه بصوت مسموع. لم يغادر شيء هذا الجهاز.
feedback-page-title = إفادة بعد الدعم
feedback-contacts = مرات التواصل
feedback-days = { $count ->
        [one] محادثات في يوم واحد
        [two] محادثات في يومين
        [few] محادثات في { $count } أيام
       *[other] محادثات في { $count } يومًا
    }
feedback-then = في البداية: { $face }
feedback-last = عند النهاية: { $face }
feedback-experience = هكذا كان الدعم: { $face }
feedback-agreed = قُرئ النص كله أو سُمع، والوالد أو الوالدة يريد تسليمه.
feedback-copy = نسخ النص
feedback-change-it = تغيير

receipts-title = دعم انتهى
receipt-title = إيصال الدعم
receipt-days = من { $first } إلى { $last }
receipt-contacts = مرات التواصل
receipt-none = لم تُحسب أي مرة تواصل.
receipt-all = هذا كل ما بقي. الرسائل والمفاتيح محذوفة من هذا الجهاز، والإيصال ليس في أي مكان آخر.
receipt-delete = حذف الإيصال
receipt-delete-question = الإيصال موجود هنا فقط. لا يمكن استعادته.
receipt-delete-yes = نعم، حذف
receipt-ended = انتهى الدعم وحُذفت المحادثة. الإيصال في القائمة.

## التسليم: شخص آخر

come-title = أشخاص آخرون في المحادثة
come-who-supporter = زميل
come-who-parent = والد آخر أو والدة
come-ask-handover = تسليم المحادثة إلى زميل …
come-ask-beside = اسأل إن كان يمكن لزميل أن يشارك …
come-ask-parent = اسأل إن كان يمكن لوالد آخر أو والدة المشاركة …
come-page-handover = التسليم إلى زميل
come-page-beside = زميل آخر في المحادثة
come-page-parent = والد آخر أو والدة في المحادثة
come-what-handover = يُسأل الوالد أو الوالدة هنا في المحادثة والقرار لهما، وكذلك كم يمكن للزميل أن يقرأ مما كُتب. بعد الموافقة يمكنك أن تعمل ورقة للزميل.
come-what-beside = مثلاً أثناء غيابك. يُسأل الوالد أو الوالدة هنا في المحادثة والقرار لهما، وكذلك كم يمكن للزميل أن يقرأ مما كُتب. بعد الموافقة يمكنك أن تعمل ورقة للزميل.
come-what-parent = يُسأل من هو موجود في المحادثة والقرار له، وكذلك كم يمكن للشخص الجديد أن يقرأ مما كُتب. ويمكن لكل شخص دائماً أن يحصل على محادثة خاصة به بدلاً من ذلك.
come-name = من سيكون؟ (إن أردت)
come-name-hint = يكفي الاسم الأول. يظهر الاسم في السؤال.
come-send = اطرح السؤال
come-asked = طُرح السؤال.
come-waits = بانتظار جواب { $names }.
come-back = اسحب السؤال
come-back-question = عندها لا يبقى أي جواب سارياً، وتُسحب الورقة التي تنتظر.
come-back-yes = نعم، اسحبه
come-question-handover = سؤال من { $by }: هل يمكن أن يتولى { $who } الأمر هنا؟
come-question-beside = سؤال من { $by }: هل يمكن أن يشارك { $who } هنا أيضاً؟
come-question-parent = سؤال من { $by }: هل يمكن أن يشارك { $who } في هذه المحادثة أيضاً؟
come-question-more = القرار لك. الرفض مقبول تماماً ولا يحدث شيء عندها. يمكنك تغيير رأيك إلى أن يدخل أحد.
come-question-all = يُسأل كل الوالدين هنا. يجب أن يوافق الجميع، ويسري أقل ما يختاره أي منهم.
come-follows = إن كان الجواب نعم: كم يمكن أن يقرأ { $who } مما كتبتم؟
come-follows-nothing = لا شيء
come-follows-week = آخر سبعة أيام
come-follows-all = كل شيء
come-yes = نعم
come-no = لا
come-said-yes = لقد وافقت.
come-said-no = لقد رفضت. هذا مقبول تماماً.
come-mine-refused = لقد رفضت.
come-mine-nothing = لقد وافقت. لا يُنقل شيء مما كُتب.
come-mine-week = لقد وافقت. تُنقل آخر سبعة أيام.
come-mine-all = لقد وافقت. يُنقل كل ما كُتب.
come-change = غيّر الجواب
come-granted = الجواب نعم: يمكن أن يشارك { $who }.
come-granted-nothing = لا يُنقل شيء مما كُتب.
come-granted-week = تُنقل آخر سبعة أيام.
come-granted-all = يُنقل كل ما كُتب.
come-make-slip = اعمل الورقة: { $who }
come-slip-waits = الورقة جاهزة وتنتظر أن تُستعمل.
come-refused = الجواب لا، وهذا مقبول تماماً. يمكنك أن تسأل من جديد ابتداءً من { $day }.
come-not-agreed = لم يعد الجواب نعم. ارجع وتحقق.
come-came = { $name } في المحادثة الآن. يمكنك المغادرة أو البقاء.
come-stay = ابقَ
come-following = { $count ->
        [zero] لا رسائل سابقة في الطريق.
        [one] رسالة سابقة واحدة في الطريق إلى الشخص الجديد.
        [two] رسالتان سابقتان في الطريق إلى الشخص الجديد.
        [few] { $count } رسائل سابقة في الطريق إلى الشخص الجديد.
       *[other] { $count } رسالة سابقة في الطريق إلى الشخص الجديد.
    }
message-before = كُتبت سابقاً، ونقلها { $by }
notice-you_joined_before = أنت في المحادثة الآن. ما هو أعلاه كُتب قبل قدومك، ويمكنك قراءته.
act-come-ask-handover = سؤال من { $actor }: هل يمكن أن يتولى { $who } الأمر هنا.
act-come-ask-beside = سؤال من { $actor }: هل يمكن أن يشارك { $who } أيضاً.
act-come-ask-parent = سؤال من { $actor }: هل يمكن أن يشارك { $who } في المحادثة أيضاً.
act-come-ask-back = سُحب السؤال: { $actor }.
act-come-refused = جواب { $actor }: لا. هذا مقبول تماماً.
act-come-nothing = جواب { $actor }: نعم. لا يُنقل شيء مما كُتب.
act-come-week = جواب { $actor }: نعم. تُنقل آخر سبعة أيام.
act-come-all = جواب { $actor }: نعم. يُنقل كل ما كُتب.
leave-title = غادر المحادثة
leave-question = مغادرة المحادثة؟ يكمل { $names } من دونك. يُحذف كل ما في المحادثة من هذا الجهاز.
leave-yes = نعم، غادر
leave-going = أنت تغادر المحادثة. بعد إبلاغ الآخرين يُحذف كل شيء هنا.
leave-done = لقد غادرت المحادثة. وقد حُذفت هنا.
slip-make-come = الورقة مخصصة لـ { $who }. لا تعطها لغيره.
slip-make-first = الورقة للوالد أو الوالدة التي ستكتب معها.

## الغياب، ومحادثة خاصة

away-go = سأكون غائباً …
away-section = من هو غائب
away-title = غياب
away-what = من تكتب معه يرى ذلك فوق المحادثة. وينتهي من تلقاء نفسه بعد اليوم الأخير.
away-from = اليوم الأول
away-to = اليوم الأخير
away-cover = من يجيب خلال ذلك؟
away-cover-nobody = لا أحد معيّن
away-cover-ask = هل تريد أن يجيب زميل خلال ذلك؟ اسأل الوالد أو الوالدة أولاً.
away-text = بضع كلمات (إن أردت)
away-text-hint = { $count } حرف على الأكثر.
away-save = أظهر أنني غائب
away-done = يظهر الآن أنك غائب.
away-bad-missing = اختر اليوم الأول واليوم الأخير.
away-bad-order = اليوم الأخير قبل اليوم الأول. غيّر أحدهما.
away-bad-past = اليوم الأول قد مضى. اختر اليوم أو يوماً لاحقاً.
away-bad-far = اليوم الأخير بعد أكثر من سنة. تحقق من السنة.
away-bad-text = يمكن أن تكون الكلمات { $count } حرف على الأكثر.
away-note-now = غياب { $name } حتى نهاية { $last }.
away-note-coming = غياب { $name } من { $first } حتى نهاية { $last }.
away-mine-now = أنت غائب حتى نهاية { $last }.
away-mine-coming = أنت غائب من { $first } حتى نهاية { $last }.
away-cover-is = يجيب { $name } خلال ذلك.
away-cover-me = أنت تجيب خلال ذلك.
away-end = لقد عدت
away-cancel = أزل
away-ended = لم يعد يظهر أنك غائب.
act-away = غياب { $actor } من { $first } إلى { $last }.
act-away-cover = غياب { $actor } من { $first } إلى { $last }. يجيب { $cover } خلال ذلك.
act-away-back = عاد { $actor }.
own-section = محادثة خاصة
own-ask = أريد محادثة خاصة بي
own-question = يمكنك دائماً الحصول على محادثة خاصة بك، فيها أنت والشخص الداعم فقط. يعرف { $names } أنك تريد ذلك. هواتف الوالدين الآخرين لا تُظهره.
own-yes = نعم، اطلبها
own-asked = لقد طلبت محادثة خاصة بك. يعطيك { $names } ورقة خارج هذه المحادثة.
own-wish = { $name } يريد محادثة خاصة به.
own-outside = الوالدون الآخرون لا يرون هذا.
own-start = ابدأ محادثة جديدة
own-aside = ليس الآن
slip-make-own = الورقة مخصصة لـ { $name }. اعرضها أو سلّمها مطبوعة لهذا الشخص فقط. لا ترسلها في المحادثة المشتركة، فقد يستعملها غيره هناك.
act-quick-exit = خرج { $actor } على عجل { $time }. لا تتصل ولا تكتب الآن. انتظر حتى يكتب { $actor }.
act-own-ask = { $actor } يريد محادثة خاصة به.

## الأشخاص والأمان

people-title = الأشخاص والأمان
people-members = في المحادثة
people-you = { $name } (أنت)
people-devices = { $count ->
        [one] جهاز واحد
        [two] جهازان
        [few] { $count } أجهزة
       *[other] { $count } جهازاً
    }
people-lost = ورقة جديدة لـ { $name } (هاتف جديد أو خيط مقطوع)
people-remove = أخرج { $name }
people-remove-confirm = هل تريد إخراج { $name } من المحادثة؟ لن يستطيع { $name } قراءة ما يُكتب من الآن.
people-remove-yes = نعم، أخرج
people-slips = أوراق لم تُستخدم
people-slips-none = لا توجد أوراق تنتظر.
people-slip-row = { $role }، صالحة حتى { $day }
people-slip-replaces = هاتف جديد لـ { $name }
people-slip-revoke = اسحب
people-slip-revoke-label = اسحب الورقة { $number }
people-make-slip = اعمل ورقة
people-words-title = كلمات الأمان
people-words = اقرؤوا الكلمات بعضكم لبعض عندما تلتقون أو تتحدثون بالهاتف. إذا كانت الكلمات نفسها فلا يوجد أحد آخر.
    .easy = اقرؤوا الكلمات لبعضكم. إذا تطابقت فالأمر آمن.
people-rename = اسم المحادثة
people-rename-hint = أنت فقط تراه.

## عمل ورقة

slip-make-title = اعمل ورقة
slip-make-replace = ورقة جديدة لـ { $name }. إذا استُخدمت على هاتف آخر يُغلق القديم.
slip-make-form = كيف ستُسلَّم الورقة؟
slip-make-qr = إظهار رمز QR أو طباعته
slip-make-typed = رمز قصير يمكن قراءته وكتابته
slip-make-days = كم تبقى صالحة؟
slip-days = { $days ->
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
       *[other] { $days } يوماً
    }
slip-make-submit = اعمل الورقة
slip-once-title = الورقة جاهزة
slip-once = تظهر الورقة الآن فقط. اطبعها أو أظهرها أو انسخها قبل الإغلاق.
slip-print-heading = ورقتك إلى { $org }
slip-print-staff = ورقة: { $role } لدى { $org }
slip-qr = رمز QR يفتح الورقة
slip-step-qr = وجّه كاميرا الهاتف نحو المربع وافتح الرابط.
slip-step-address = افتح المتصفح واكتب العنوان:
slip-step-code = اكتب الرمز:
slip-step-name = اختر الاسم الذي تريده ورمز PIN. بعدها يمكنك الكتابة فوراً.
slip-expires = صالحة حتى { $day }. تُستخدم مرة واحدة فقط.
slip-private = أعطها فقط لمن هي له. من يستخدم الورقة يدخل المحادثة.
slip-code-label = الرمز

## المنسّق

staff-title = أوراق للموظفين
staff-intro = يحصل كل زميل جديد على ورقة خاصة به. لا ترى أبداً ما يكتبه أحد، بل ترى فقط أن الورقة عُملت.
staff-role = أي دور؟

## المهام

work-title = المهام
work-intro = هنا ترى ما يجب عمله وما تأخّر. لا ترى أبدًا ما يكتبه أحد ولا كم مرة.
work-new = مهمة جديدة
work-none = لا توجد مهام الآن.
work-late = متأخرة
work-open = للتنفيذ
work-over = انتهت خلال الأسبوعين الماضيين
work-mine = مهامك
work-nobodys = لا أحد بعد
work-label = ماذا نسمي المهمة؟
work-label-hint = اكتب كلمة تعرفها، مثلًا «العائلة 12». بلا اسم ولا عنوان ولا رقم للوالد أو الوالدة.
work-holder = من يتولى المهمة؟
work-holder-choice = { $count ->
        [0] { $name } (لا مهام الآن)
        [one] { $name } (مهمة واحدة الآن)
        [two] { $name } (مهمتان الآن)
        [few] { $name } ({ $count } مهام الآن)
        [many] { $name } ({ $count } مهمة الآن)
       *[other] { $name } ({ $count } مهمة الآن)
    }
work-due-label = أول تواصل في موعد أقصاه
work-today = اليوم، { $day }
work-usual = { $day } (يوم العمل التالي)
work-usual-within = { $day } (خلال { $count } أيام عمل)
work-programme = أي دعم هو؟
work-make = أنشئ المهمة
work-made = أُنشئت المهمة.
work-saved = حُفظ.
work-give = أعطِ المهمة
work-withdraw = احذف المهمة
work-withdraw-question = تنتهي المهمة بلا تواصل. لا يمكن التراجع.
work-kept = تُنسى المهمة تمامًا بعد أسبوعين من انتهائها.
work-gone = لم تعد المهمة هنا.
work-due-today = أول تواصل في موعد أقصاه اليوم
work-due = أول تواصل في موعد أقصاه { $day }
work-due-missed = متأخرة: كان يجب أن تتم في { $day }
work-state-in-time = تم التواصل في الموعد، { $day }
work-state-too-late = تم التواصل بعد الموعد، { $day }
work-state-not_carried_out = لم تتم، { $day }
work-state-withdrawn = حُذفت { $day }
work-how = كيف سارت الأمور؟
work-how-hint = المنسّق يرى جوابك هنا فقط. لا شيء مما تحدثتم عنه.
work-contacted = تواصلت
work-not-carried-out = لم يحدث تواصل
work-why-declined = لم يرغب الوالد أو الوالدة
work-why-not-reached = لم أتمكن من الوصول
work-why-other = سبب آخر
work-undo-until = زر خاطئ؟ يمكنك التراجع حتى { $time }.
work-undo = تراجع
work-new-circle = ابدأ محادثة للمهمة
work-open-circle = افتح المحادثة
talk-title = دعم لك
talk-intro = اطلب وقتًا مع المنسّق. المنسّق يرى فقط أنك تريد الحديث، لا أكثر.
talk-ask = أريد أن أتحدث مع المنسّق
talk-asked = طلبت وقتًا مع المنسّق، { $day }.
talk-take-back = لم أعد بحاجة إليه
colleagues-title = الزملاء
colleagues-talks = { $count ->
        [one] واحد يريد الحديث
        [two] اثنان يريدان الحديث
        [few] { $count } يريدون الحديث
        [many] { $count } يريدون الحديث
       *[other] { $count } يريدون الحديث
    }
colleagues-new = زميل جديد
colleague-unnamed = زميل بلا اسم
colleague-name = ما اسم الزميل؟
colleague-name-hint = لا يرى الاسم إلا المنسّقون في جهتك.
colleague-talk = يريد الحديث معك منذ { $day }
colleague-talk-had = تحدثنا
colleague-remove = الزميل يترك العمل
colleague-remove-question = لن يتمكن { $name } من الدخول من الآن. تُخبَر المحادثات بأن { $name } ترك العمل. تصبح المهام المفتوحة متاحة، وتبطل الأوراق التي لم تُستخدم. لا يمكن التراجع.
colleague-remove-yes = نعم، أنهِ الآن
colleague-removed = لم يعد { $name } قادرًا على الدخول.
colleague-gone = لم يعد هذا الزميل هنا.

## الطابور والملصقات

queue-title = الطابور
queue-none = لا أحد ينتظر الآن.
queue-waiting = { $count ->
        [one] شخص واحد ينتظر منذ { $day }.
        [two] شخصان ينتظران. جاء الأول { $day }.
        [few] { $count } أشخاص ينتظرون. جاء الأول { $day }.
       *[other] { $count } شخصاً ينتظرون. جاء الأول { $day }.
    }
queue-take = استقبل التالي
queue-taking = جارٍ تجهيز المحادثة …
queue-taken = لقد استقبلت الأول في الطابور.
queue-quicker = سبقك زميل، أو لم يعد أحد ينتظر. لا يلزمك فعل شيء آخر.
queue-left = توقف الشخص عن الانتظار. حُذفت المحادثة التي جُهّزت.
queue-lacks = { $count ->
        [one] جاء شخص واحد بالملصق { $mark }، وهو غير موجود على هذا الجهاز. أضفه لتتمكن من الاستقبال.
        [two] جاء شخصان بالملصق { $mark }، وهو غير موجود على هذا الجهاز. أضفه لتتمكن من الاستقبال.
        [few] جاء { $count } أشخاص بالملصق { $mark }، وهو غير موجود على هذا الجهاز. أضفه لتتمكن من الاستقبال.
       *[other] جاء { $count } شخصاً بالملصق { $mark }، وهو غير موجود على هذا الجهاز. أضفه لتتمكن من الاستقبال.
    }
poster-add = أضف ملصقاً
poster-add-why = برمز الملصق يمكنك استقبال من يأتون به. الخادم لا يملك الرمز، لذلك يلزم وجوده على جهازك. امسح الملصق أو اكتب الرمز، مرة واحدة.
poster-code = الرمز على الملصق
poster-add-submit = أضف الملصق
poster-added = أُضيف الملصق.
posters-title = الملصقات
posters-intro = يمكن لكثيرين استخدام ملصق واحد. من يفتحه يختار مع من يريد أن يكتب ويحصل على مكان في الطابور هناك. ترى كم ينتظرون، ولا ترى أبداً من هم أو ماذا يكتبون.
posters-live = ملصقات صالحة
posters-safety = الملصق مفتوح لكل من يراه. من الأفضل أن تعطي ورقة خاصة لمن قابلتموه من قبل. تظهر هنا الملصقات التي عُملت على هذا الجهاز.
poster-named = ملصق { $mark }
poster-until = صالح حتى { $day }
poster-new = ملصق جديد
poster-days = كم من الوقت يكون صالحاً؟
poster-words = كلمات منك على الملصق (إن أردت)
poster-words-hint = سطر واحد، مثل اسم الجهة. لا تكتب شيئاً لا يريد من يصوّر الملصق أن يُربط به.
poster-make = اعمل الملصق
poster-what = اطبعه وعلّقه. زملاؤك الذين يردون يمسحونه مرة واحدة في تطبيقهم. وهو صالح حتى { $day }.
poster-paper-title = هل تريد أن تكتب مع أحد؟
poster-paper-what = تختار بنفسك مع من تكتب وما الاسم الذي تريده. ولا يكلف ذلك شيئاً.
poster-qr = رمز QR يفتح الملصق
poster-paper-typed = بدون كاميرا: افتح المتصفح واكتب العنوان
poster-revoke = اسحب الملصق
poster-revoke-question = لن يدخل أحد جديد بالملصق. من ينتظرون الآن يبقون في أماكنهم. أنزله من حيث عُلّق.
poster-revoke-yes = نعم، اسحبه
poster-revoked = لم يعد الملصق صالحاً.
poster-gone = لم يعد الملصق موجوداً.

# الخط الآمن بين المنسّق والداعم، وبيانات التواصل
line-title = خط آمن لبيانات التواصل
line-what = عبر هذا الخط يمكنك إعطاء { $name } بيانات التواصل مع أحد الوالدين. أنتما وحدكما تستطيعان قراءتها. الخادم لا يستطيع.
line-state-none = لا يوجد خط بعد. اصنع ورقة يفتحها زميلك في تطبيقه.
line-state-waiting = الورقة جاهزة. لم يفتحها { $name } بعد.
line-state-ready = الخط جاهز: { $name } عليه الآن.
line-state-lost = فقد هذا الجهاز الخط. اصنع ورقة جديدة فيصبح هناك خط جديد.
line-slip = اصنع ورقة للخط
line-slip-again = اصنع ورقة جديدة
line-slip-what = الورقة لـ { $name }. اعرضها عندما تلتقيان. يفتحها { $name } في التطبيق المفتوح لديه.
line-ready-already = { $name } على الخط من قبل. لا حاجة إلى ورقة جديدة.
line-open = اعرض الخط
line-mine = الخط مع { $name }
line-paper = ورقة لـ { $name }: خط آمن
line-paper-step = افتح التطبيق الذي تستخدمه وافتح القفل. اضغط «أضف ورقة». امسح المربع أو اكتب الرمز.
line-joined = الخط جاهز.
line-page-coordinator = هنا تمر بيانات التواصل للمهام فقط. لا أحد يكتب هنا ولا شيء يُعدّ.
line-page-supporter = هنا يعطيك المنسّق بيانات التواصل لمهامك. لا أحد يكتب هنا ولا شيء يُعدّ.
line-lost-supporter = فقد هذا الجهاز الخط. اطلب من المنسّق ورقة جديدة ثم احذف هذا الخط.
line-doubt = يحصل الخط على مفاتيح جديدة. ما ينتظر يُرسل بعد قليل.
line-members = على الخط
line-notices = ما حدث
line-drop = احذف الخط
line-drop-question = لن تمر بيانات تواصل جديدة من هنا. ما حصل عليه زميلك يبقى لديه حتى تُنسى المهمة. إذا أردت أن يختفي فاسترجع البيانات أولًا.
line-drop-question-supporter = لن تصل بيانات تواصل جديدة من هنا. ما حصلت عليه يبقى حتى تُنسى المهمة.
line-drop-yes = نعم، احذفه
line-dropped = حُذف الخط.
details-title = بيانات التواصل
details-label = كيف نتواصل مع الوالد أو الوالدة؟
details-hint = مثلًا الاسم والهاتف، والرقم في سطر وحده. { $name } فقط يستطيع قراءة هذا. الخادم لا يستطيع. { $count } حرف على الأكثر.
details-hint-nobody = لا أحد يتولى المهمة، فالبيانات على هذا الجهاز وحده. { $count } حرف على الأكثر.
details-save = احفظ وأعطِ
details-take-back = استرجع البيانات
details-taken-back = استُرجعت البيانات.
details-kept = البيانات على هذا الجهاز وحده. لم يحصل عليها أحد غيرك.
details-waiting = البيانات تنتظر الإرسال إلى { $name }.
details-given = أُعطيت البيانات إلى { $name }.
details-no-line = ليس بينك وبين { $name } خط آمن بعد. اصنع واحدًا لتعطي بيانات التواصل.
details-to-line = إلى الخط
details-no-holder = أعطِ المهمة لأحد أولًا. بعدها يمكنك كتابة بيانات التواصل.
details-too-long = النص طويل جدًا. { $count } حرف على الأكثر.
details-call = اتصل بـ { $number }
details-shown-hint = أنت والمنسّق وحدكما تستطيعان قراءة هذا. يختفي من هنا بعد أسبوعين من انتهاء المهمة، أو عندما يسترجعه المنسّق.
details-offline = لم تُجلب مهامك بعد. هذا ما بقي على الجهاز.

## مسؤول المشروع

release-title = التواصل بالأرقام
release-none = لم تُنشر أي فترة بعد.
release-none-why = تُنشر الأرقام عندما تنتهي الفترة وتقوم على عدد كافٍ من الوالدين حتى لا يُستدل على أحد.
release-choose = الفترة
release-period-span = { $first } إلى { $last }
release-period-half_year = نصف سنة: من { $first } إلى { $last }
release-period-year = سنة: من { $first } إلى { $last }
release-loading = جارٍ جلب الأرقام …
release-chart = رسم بياني
release-chart-label = العدد حسب نوع التواصل
release-table = جدول
release-org = الجهة
release-kind = نوع التواصل
release-count = عدد مرات التواصل
release-all = الكل معاً
release-total = كل الأنواع
release-all-orgs = كل الجهات
release-org-municipality = البلدية
release-org-association = الجمعية
release-persons = عدد الوالدين
release-occasions = عدد المناسبات
release-withheld-none = لا شيء محجوب في هذه الفترة.
release-withheld = ما لا يظهر، ولماذا
release-definitions = معنى الكلمات
release-rule = قاعدة النشر
release-rule-text = لا يظهر رقم إلا إذا قام على { $k } من الوالدين على الأقل.
release-rounding = الأعداد مقرّبة إلى أقرب { $step }.
release-exact = الأعداد دقيقة.
release-unreadable = الأرقام موجودة لكن لا يمكن عرضها هنا. نزّل الملف بدلاً من ذلك.
release-persons-title = عدد الوالدين المختلفين طوال المدة
release-outcomes = ما أدى إليه الدعم
release-outcome = الجواب
release-outcome-count = العدد
counted-first_contact = التواصل الأول
counted-first_contact-in_time = في الموعد
counted-first_contact-late = متأخر
counted-first_contact-not_carried_out = لم تُنفَّذ المهمة
counted-closing = كيف انتهى الدعم
counted-conversations = عدد المحادثات في كل دعم
counted-conversations-none = لا محادثات
counted-conversations-few = محادثة أو محادثتان
counted-conversations-some = 3 إلى 5 محادثات
counted-conversations-many = 6 محادثات أو أكثر
counted-daily_week = أسابيع فيها تواصل يومي
counted-wellbeing_first = حال الوالد أو الوالدة في البداية
counted-wellbeing_last = حال الوالد أو الوالدة في النهاية
counted-experience = كيف كان الدعم للوالد أو الوالدة
release-csv = تنزيل CSV
release-json = تنزيل JSON

# فترة واحدة
release-view = العرض
release-view-one = فترة واحدة
release-view-time = عبر الزمن
release-withheld-none-contacts = لا شيء محجوب من التواصل.
release-withheld-organisation_and_contact = لا يُعرض عدد مرات التواصل حسب الجهة ونوع التواصل معاً.
release-withheld-contact = لا يُعرض عدد مرات التواصل حسب نوع التواصل.
release-withheld-organisation = لا يُعرض عدد مرات التواصل حسب الجهة.
release-withheld-total = لا يُعرض عدد مرات التواصل كلها معاً.
release-nothing = لا يُعرض عدد مرات التواصل لهذه الفترة.
release-outcomes-hidden = لا يُعرض لهذه الفترة:
release-why-span = السبب: تقوم مجموعة ما على أقل من { $k } من الوالدين.
release-why-half_year = السبب: تقوم مجموعة ما على أقل من { $k } من الوالدين، أو أن الرقم يكشف ما حجبته فترة أقصر.
release-why-year = السبب: تقوم مجموعة ما على أقل من { $k } من الوالدين، أو أن الرقم يكشف ما حجبته فترة أقصر.
release-why-hidden-span = السبب: أقل من { $k } من الوالدين، أو لا أحد. وما احتُسب ينتظر نصف السنة والسنة.
release-why-hidden-half_year = السبب: أقل من { $k } من الوالدين، أو لا أحد، أو أن الرقم يكشف ما حجبته فترة أقصر. وما احتُسب ينتظر السنة.
release-why-hidden-year = السبب: أقل من { $k } من الوالدين، أو لا أحد، أو أن الرقم يكشف ما حجبته فترة أقصر.

# الفترات واحدة بعد أخرى
times-scope = الفترات المعروضة
times-scope-span = الفترات
times-scope-half_year = أنصاف السنوات
times-scope-year = السنوات
times-loading = جارٍ جلب الفترات …
times-period = الفترة
times-few = لا توجد إلا فترة واحدة حتى الآن. وعندما تكثر الفترات تظهر هنا واحدة بعد أخرى.
times-totals = الكل معاً
times-kinds = التواصل حسب النوع
times-orgs = التواصل حسب الجهة
times-caption = الأرقام نفسها في الجدول تحت الرسم.
times-no-columns = لا تعرض أي فترة التواصل مقسّماً هكذا.
times-withheld = محجوب
times-missing = لا نشر
times-unreadable = في الملف فقط
times-note-withheld = ”محجوب“ يعني أن الرقم موجود لكنه لا يُعرض، حتى لا يُستدل على أحد. ولا يعني صفراً.
times-note-missing = ”لا نشر“ يعني أنه لا نشر يغطي ذلك الوقت. ولا يعني صفراً.
times-note-unreadable = ”في الملف فقط“ يعني أن أرقام الفترة لا يمكن عرضها هنا. نزّل ملف الفترة.
times-note-sum = العلامة ≈ تقف أمام مجموع أرقام مقرّبة. وقد يكون العدد الصحيح غيره.
times-note-length = الفترات ليست متساوية الطول. قارنها بحذر.
times-note-older = لا تُعرض فترات أقدم من هذه. ويمكن اختيارها واحدة واحدة.
times-never = لم يُحتسب في أي فترة معروضة: { $list }.
times-chart-failed = تعذّر جلب الرسم. الأرقام في الجدول.

# نص لتقرير
report-title = نص لتقرير
report-hint = انسخ النص، أو حدّد الجزء الذي تحتاج إليه.
report-copy = نسخ النص
report-copied = نُسخ النص.
report-copy-failed = تعذّر النسخ. النص محدَّد لتنسخه بنفسك.
report-contacts-span = في الفترة من { $first } إلى { $last } بلغ عدد الوالدين الذين تواصلوا مع الدعم { $persons }، وبلغ عدد المناسبات { $occasions }. وبلغ عدد مرات التواصل كلها { $contacts }.
report-contacts-half_year = في نصف السنة من { $first } إلى { $last } بلغ عدد الوالدين الذين تواصلوا مع الدعم { $persons }، وبلغ عدد المناسبات { $occasions }. وبلغ عدد مرات التواصل كلها { $contacts }.
report-contacts-year = في السنة من { $first } إلى { $last } بلغ عدد الوالدين الذين تواصلوا مع الدعم { $persons }، وبلغ عدد المناسبات { $occasions }. وبلغ عدد مرات التواصل كلها { $contacts }.
report-hidden-span = لا يُعرض عدد مرات التواصل في الفترة من { $first } إلى { $last }.
report-hidden-half_year = لا يُعرض عدد مرات التواصل في نصف السنة من { $first } إلى { $last }.
report-hidden-year = لا يُعرض عدد مرات التواصل في السنة من { $first } إلى { $last }.
report-item = { $kind } ({ $count })
report-kind-dialogue = أيام فيها رسائل
report-kind-email = مراسلات بالبريد الإلكتروني
report-kind-phone = مكالمات هاتفية
report-kind-call = مكالمات في التطبيق
report-kind-visit = زيارات
report-kind-meeting = اجتماعات معاً
report-kind-group = لقاءات مجموعة
report-kinds = كان التواصل على هذه الأنواع: { $list }.
report-kinds-municipality = كان التواصل لدى البلدية على هذه الأنواع: { $list }.
report-kinds-association = كان التواصل لدى الجمعية على هذه الأنواع: { $list }.
report-kinds-none-municipality = لم يكن هناك تواصل لدى البلدية.
report-kinds-none-association = لم يكن هناك تواصل لدى الجمعية.
report-none = ولم يُحتسب أي شيء من هذه الأنواع: { $list }.
report-org-municipality = لدى البلدية بلغ عدد مرات التواصل { $contacts }، وعدد الوالدين { $persons }، وعدد المناسبات { $occasions }.
report-org-association = ولدى الجمعية بلغ عدد مرات التواصل { $contacts }، وعدد الوالدين { $persons }، وعدد المناسبات { $occasions }.
report-persons = بلغ عدد الوالدين الذين تواصلوا مع البلدية { $municipality }، ومع الجمعية { $association }. وقد يتواصل الشخص نفسه مع الجهتين.
report-outcome-first_contact = بلغ عدد المهام التي تتعلق بتواصل أول { $count }، وعدد الوالدين فيها { $persons }.
report-outcome-closing = بلغ عدد حالات الدعم التي انتهت { $count }، وعدد الوالدين فيها { $persons }.
report-outcome-conversations = بلغ عدد حالات الدعم المنتهية التي عُدّت محادثاتها { $count }، وعدد الوالدين فيها { $persons }.
report-outcome-daily_week = بلغ عدد الأسابيع التي كان فيها تواصل كل يوم { $count }، وعدد الوالدين فيها { $persons }.
report-outcome-wellbeing_first = بلغ عدد الأجوبة عن الحال عند المحادثة الأولى { $count }، وعدد الوالدين الذين أجابوا { $persons }.
report-outcome-wellbeing_last = بلغ عدد الأجوبة عن الحال عند المحادثة الأخيرة { $count }، وعدد الوالدين الذين أجابوا { $persons }.
report-outcome-experience = بلغ عدد الأجوبة عن الدعم { $count }، وعدد الوالدين الذين أجابوا { $persons }.
report-value = { $name } ({ $count })
report-between = {"؛ "}
report-values = وتوزّعت هكذا: { $list }.
report-values-of = { $org }: { $list }.
report-quoted = ”{ $name }“
report-coarse = لا يُعرض ما يلي إلا في أجزاء أكبر مما احتُسب: { $list }.
report-outcomes-hidden = لا يُعرض ما يلي: { $list }.
report-meaning = المناسبة هي يوم واحد لوالد واحد أو والدة واحدة فيه تواصل واحد على الأقل. واليوم الذي فيه رسائل يُحتسب تواصلاً واحداً مهما كثرت رسائله.
report-meaning-both = وقد يكون للشخص أكثر من تواصل في اليوم نفسه، والتواصل مع الوالدين معاً تواصل واحد لكنه مناسبتان.
report-meaning-why = ولهذا يختلف عدد مرات التواصل ({ $contacts }) عن عدد المناسبات ({ $occasions }).
report-rounding = ولهذا قد يختلف مجموع الأجزاء عن الكل.
report-source = المصدر: Bredvid، النشر رقم { $id }.

## المساعدة

help-title = مساعدة
help-now = إذا كان الأمر عاجلاً
help-112 = خطر على حياة أو على طفل: اتصل بـ 112
help-1177 = نصائح صحية على مدار الساعة: اتصل بـ 1177
help-social = الطوارئ الاجتماعية مساءً وليلاً وفي العطل: اتصل بـ 112 واطلب ”socialjouren“، أو ابحث عن الرقم في موقع البلدية.
    .easy = هل تحتاج إلى الخدمات الاجتماعية مساءً أو ليلاً؟ اتصل بـ 112. اطلب ”socialjouren“.
help-exit-title = خروج سريع
help-exit = يقفل الزر الرسائل ويُظهر قائمة تسوّق عادية. الضغط على Shift ثلاث مرات يفعل الشيء نفسه.
    .easy = اضغط على «خروج سريع». يُقفل كل شيء. ترى قائمة تسوق.
help-exit-cannot = لا يستطيع إخفاء أن الصفحة كانت مفتوحة: قد يبقى العنوان في سجل المتصفح، ومن لديه برنامج تجسس في الهاتف يرى ما تفعله. ويبقى أيضاً ما حفظته في الهاتف.
    .easy = قد تظهر الصفحة مع ذلك في سجل المتصفح.
help-install-title = ضعه على الشاشة الرئيسية
help-install = اختر «إضافة إلى الشاشة الرئيسية» في قائمة المتصفح. يكون اسمه Anteckningar (ملاحظات) وله أيقونة عادية.
help-limits-title = ما لا نستطيع حمايته

## الإعدادات

settings-title = الإعدادات
settings-name = اسمك هنا { $name }
settings-lock = اقفل الآن
settings-forget-title = حذف
settings-forget-text = احذف كل شيء على هذا الجهاز، مثلاً قبل أن تعطي الهاتف لأحد. تحتاج إلى ورقة جديدة للعودة.
    .easy = هل ستعطي الهاتف لشخص آخر؟ احذف كل شيء هنا أولاً.

## عندما يحدث خطأ. ما بعد “problem-” هو رمز الخطأ.

problem-unknown = حدث خطأ. حاول مرة أخرى بعد قليل. ({ $code })
problem-offline = لا اتصال بالخادم. تحقق من الشبكة وحاول مرة أخرى.
problem-storage_failed = تعذّر الحفظ على هذا الجهاز. هل الذاكرة ممتلئة؟
problem-storage_evicted = حذف المتصفح ما كان محفوظاً هنا. اطلب ورقة جديدة ويمكنكم المتابعة.
problem-crypto_failed = تعذّر استخدام المفاتيح. أغلق الصفحة وافتحها من جديد.
problem-text_too_long = الرسالة طويلة جداً. قسّمها إلى رسالتين.
problem-text_empty = اكتب شيئاً أولاً.
problem-name_bad = اكتب اسماً لا يزيد على 40 حرفاً.
problem-pin_bad = يجب أن يكون رمز PIN ستة أرقام، أو عبارة سرية من ثمانية أحرف على الأقل.
problem-clock_wrong = الساعة في هذا الجهاز غير صحيحة. اضبطها وحاول مرة أخرى.
problem-bad_frame = لم يفهم الخادم. أعد تحميل الصفحة وحاول مرة أخرى.
problem-frame_too_large = الحجم أكبر من أن يُرسل.
problem-unknown_frame = لم يفهم الخادم. أعد تحميل الصفحة وحاول مرة أخرى.
problem-not_now = هذا غير ممكن الآن. حاول مرة أخرى بعد قليل.
problem-too_many = محاولات كثيرة. انتظر قليلاً ثم حاول مرة أخرى.
problem-internal = حدث خطأ في الخادم. لم يتغير شيء. حاول مرة أخرى بعد قليل.
problem-storage_full = الخادم ممتلئ. ما تكتبه يُحفظ هنا ويُرسل لاحقاً.
problem-shutting_down = الخادم يعيد التشغيل. سيستمر الأمر تلقائياً بعد قليل.
problem-login_failed = لا يعرف الخادم هذا الجهاز. اطلب ورقة جديدة.
problem-not_allowed = هذا غير متاح لك.
problem-passkey_bad = لم يكن مفتاح المرور صحيحًا. حاول مرة أخرى.
problem-passkey_unsuited = هذا المفتاح لا يكفي. يجب أن يتأكد الجهاز أنك أنت: ببصمة الإصبع أو الوجه أو الرمز.
problem-session_ended = تم تسجيل خروجك. سجّل الدخول مرة أخرى.
problem-passkey_cancelled = لم يتم الأمر هذه المرة. حاول مرة أخرى متى شئت.
problem-passkey_none = هذا الجهاز أو المتصفح لا يستطيع استخدام مفاتيح المرور. فعّل قفل الشاشة، أو استخدم جهازًا آخر.
problem-passkey_forbidden = لا يسمح المتصفح بمفاتيح المرور على هذا العنوان. أخبر من يدير الخدمة.
problem-device_exists = هذا الجهاز مسجّل من قبل.
problem-slip_unknown = لا يمكن العثور على الورقة. قارن كل جزء من الرمز بالورقة.
problem-slip_used = استُخدمت الورقة من قبل. اطلب ورقة جديدة.
problem-slip_expired = الورقة قديمة جداً. اطلب ورقة جديدة.
problem-slip_selector_taken = تعذّر عمل الورقة. حاول مرة أخرى.
problem-slip_limit = في المحادثة أكبر عدد مسموح من الأوراق. اسحب ورقة غير لازمة.
problem-slip_mistyped = جزء من الرمز لا يبدو صحيحاً.
problem-slip_stale = تُجدَّد الورقة الآن. حاول مرة أخرى بعد لحظات.
problem-door_limit = لا يمكن أن يكون هذا العدد من الملصقات صالحاً معاً. اسحب واحداً لا حاجة إليه.
problem-door_day_limit = جاء اليوم عدد كبير بهذا الملصق ولا يمكن استقبال المزيد. حاول غداً.
problem-queue_empty = لا أحد ينتظر الآن، أو سبقك زميل.
problem-not_waiting = لا يوجد هذا المكان في الطابور، أو أن أحداً يستقبل الآن.
problem-queue_full = ينتظر هناك عدد كبير والطابور ممتلئ. اختر جهة أخرى، أو حاول غداً.
problem-slip_is_door = هذا ملصق. وهو لمن هو جديد هنا. أنت موجود من قبل.
problem-not_a_door = هذا ليس ملصقاً. تُضاف الورقة في صفحة الأوراق.
problem-bad_expiry = تكون الورقة صالحة من يوم واحد إلى ثلاثين يوماً، والملصق حتى 400 يوم.
problem-circle_unknown = لا يمكن العثور على المحادثة.
problem-circle_exists = المحادثة موجودة من قبل.
problem-not_a_member = هذا الجهاز لم يعد في المحادثة.
problem-epoch_stale = تغيّرت المحادثة. سيستمر الأمر تلقائياً بعد قليل.
problem-ack_beyond_head = عاد الخادم إلى وقت سابق. أخبر من يديره.
problem-circle_full = في المحادثة أكبر عدد مسموح من الأجهزة.
problem-mailbox_full = أشياء كثيرة تنتظر في المحادثة. ما تكتبه يُحفظ هنا ويُرسل لاحقاً.
problem-tally_limit = لا يمكن احتساب هذا العدد من التواصلات في يوم واحد. تبقى محفوظة على هذا الجهاز وتُحتسب غدًا.
problem-organisation_full = لا تتسع هذه المؤسسة لمزيد من الأشخاص. أخبر من يدير الخدمة.
problem-circle_limit = لا يمكن فتح هذا العدد من المحادثات في يوم واحد. تابع غدًا.
problem-slip_day_limit = لا يمكن إنشاء هذا العدد من الأوراق في يوم واحد. تابع غدًا.
problem-staff_slip_limit = لدى المؤسسة أكبر عدد مسموح به من أوراق الموظفين المفتوحة. اسحب واحدة، أو انتظر حتى تُستخدم إحداها.
problem-span_closed = انتهت الفترة.
problem-bad_contact = لا يمكن احتساب هذا النوع من التواصل.
problem-release_unknown = هذه الفترة غير موجودة.
problem-pin_wrong = رمز PIN خاطئ.
problem-share_destroyed = أُدخل رمز PIN خاطئ مرات كثيرة. اطلب ورقة جديدة.
problem-mls_malformed = تعذّرت قراءة رسالة.
problem-mls_wrong_group = كانت رسالة تخص محادثة أخرى ولا تظهر.
problem-mls_wrong_epoch = وصلت رسالة متأخرة جداً ولا يمكن قراءتها.
problem-mls_bad_signature = لم تأتِ رسالة ممن ادّعت أنها منه ولا تظهر.
problem-bad_label = اكتب اسمًا في سطر واحد، 40 حرفًا على الأكثر.
problem-bad_due = يجب أن يكون اليوم بين اليوم وستين يومًا من الآن.
problem-staff_unknown = لم يعد هذا الزميل في جهتك.
problem-assignment_unknown = لم تعد المهمة هنا. ربما أُعطيت لشخص آخر.
problem-assignment_exists = كانت المهمة موجودة. حاول مرة أخرى.
problem-assignment_over = انتهت المهمة من قبل.
problem-assignment_limit = لا يتسع المكان لهذا العدد من المهام. احذف ما لن يُنفَّذ.
problem-staff_limit = لا مكان لزملاء أكثر. اطلب المساعدة ممن يشغّل الخادم.
problem-mls_decrypt_failed = تعذّرت قراءة رسالة.
problem-mls_replayed = وصلت رسالة مرتين وتظهر مرة واحدة.
problem-mls_refused = حاول أحد تغيير المحادثة بطريقة غير مسموحة. تم إيقافه.
problem-join_failed = الورقة لا تناسب المحادثة. اطلب ورقة جديدة.
problem-state_bad = لا يمكن قراءة ما كان محفوظاً. اطلب ورقة جديدة ويمكنكم المتابعة.
problem-state_rolled_back = يجري تجديد المفاتيح. حاول مرة أخرى بعد قليل.
problem-thread_lost = فقد هذا الجهاز خيط المحادثة. اطلب ورقة جديدة فتستمر.
problem-content_unknown = تحتاج رسالة إلى نسخة أحدث. أعد تحميل الصفحة.

## الموظفون: مفتاح المرور

passkey-create-title = أنشئ مفتاح مرور
passkey-create-text = من يعمل هنا يسجّل الدخول بمفتاح مرور. هكذا نتأكد أنك أنت، حتى لو وصل الجهاز إلى يد شخص آخر.
passkey-create-hint = يطلب الجهاز بصمة إصبعك أو وجهك أو رمز الجهاز. ولا يغادر ذلك جهازك أبدًا.
passkey-create = إنشاء مفتاح المرور
passkey-title = تسجيل الدخول
passkey-text = أثبت أنك أنت بمفتاح المرور.
passkey-ended-title = تم تسجيل خروجك
passkey-ended-text = مرّ وقت دون أن يستخدم أحد التطبيق، أو انتهى يوم العمل. كل ما كتبته ما زال هنا.
passkey-sign-in = تسجيل الدخول
passkey-busy = في انتظار الجهاز …
passkey-lost = هل فقدت مفتاح المرور؟ اطلب من المنسّق ورقة موظف جديدة.

## المرفقات

problem-attachment_gone = لم يعد المرفق محفوظاً. اطلب ممن أرسله أن يرسله مرة أخرى.
problem-attachment_room = لا يوجد مكان لمرفقات أخرى الآن. حاول مرة أخرى لاحقاً.
problem-attachment_incomplete = لم يصل المرفق كاملاً بعد. حاول مرة أخرى بعد قليل.
problem-attachment_mismatch = حدث خطأ في المرفق أثناء الإرسال. اختره مرة أخرى.
problem-attachment_day_limit = لا يمكن إرسال مرفقات أكثر من هذا في يوم واحد. حاول مرة أخرى غداً.

## المرفقات: الاختيار والإرسال والعرض والحفظ

attach-open = صورة أو ملف أو صوت
attach-title = إرفاق
attach-what = ماذا تريد أن ترسل؟
attach-take = التقاط صورة
attach-choose = اختيار صورة
attach-voice = رسالة صوتية
attach-file = اختيار ملف
attach-hint = يجب ألا يزيد حجم الملف على 25 ميغابايت. يتم تصغير الصورة، وتُحذف معلومات مكان التقاطها ووقته. لا يستطيع فتح ما ترسله إلا المشاركون في المحادثة.
attach-caption = بضع كلمات معها (إن أردت)
attach-caption-over = النص أطول من المسموح { $count ->
        [one] بحرف واحد
        [two] بحرفين
        [few] بمقدار { $count } أحرف
       *[other] بمقدار { $count } حرفاً
    }.
attach-send = إرسال
attach-other = اختيار شيء آخر
attach-busy = جارٍ التحضير …
attach-sending = يجري الإرسال الآن. يمكنك متابعة الكتابة.
attach-photo_unreadable = لا يمكن فتح الصورة هنا. قد تكون تالفة أو من نوع لا يستطيع المتصفح قراءته. التقط صورة جديدة، أو أرسلها كملف.
attach-photo_huge = الصورة كبيرة جداً على هذا الجهاز. التقط صورة جديدة بدقة أقل، أو أرسلها كملف.

crop-title = قص الصورة
crop-how = اسحب النقاط لقص ما لا يجب أن يظهر. بلوحة المفاتيح: انتقل إلى إحدى الحواف بمفتاح Tab وحرّكها بمفاتيح الأسهم.
crop-top = الحافة العليا
crop-bottom = الحافة السفلى
crop-left = الحافة اليسرى
crop-right = الحافة اليمنى
crop-turn = تدوير ربع دورة
crop-whole = إبقاء الصورة كاملة

voice-what = تحدث بهدوء. يمكنك التوقف مؤقتاً والاستماع قبل الإرسال. عشر دقائق على الأكثر.
voice-start = بدء التسجيل
voice-starting = جارٍ تشغيل الميكروفون …
voice-recording = جارٍ التسجيل
voice-paused = متوقف مؤقتاً
voice-level = شدة الصوت
voice-pause = إيقاف مؤقت
voice-go = متابعة
voice-done = تم
voice-drop = حذف التسجيل
voice-drop-question = هل تريد حذف التسجيل؟ لا يمكن استرجاعه.
voice-drop-yes = حذف
voice-found = هناك تسجيل لم يُرسل. استمع إليه، ثم أرسله أو احذفه.
voice-soon-full = بقي أقل من دقيقة.
voice-full = مرّت عشر دقائق. استمع وأرسل، ثم يمكنك تسجيل رسالة أخرى.
voice-microphone_denied = الميكروفون غير مسموح به لهذه الصفحة. اسمح به في إعدادات المتصفح وحاول مرة أخرى.
voice-microphone_none = لا يمكن استخدام ميكروفون هنا. قد يكون برنامج آخر يستخدمه.
voice-note = رسالة صوتية
voice-play = تشغيل
voice-fast = أسرع
voice-position = الموضع في التسجيل
voice-at = { $at } من { $of }
voice-failed = لا يمكن تشغيل الصوت.

attachment-photo = صورة
attachment-file = ملف
attachment-voice = رسالة صوتية
attachment-photo-name = صورة.jpg
attachment-file-name = ملف
attachment-new = أرسل { $author }: { $what }
attachment-larger = عرض أكبر
attachment-smaller = عرض أصغر
attachment-save = حفظ على الجهاز
attachment-fetch = تنزيل ({ $size })
attachment-fetching = جارٍ التنزيل …
attachment-sending = جارٍ الإرسال …
attachment-percent = { $percent }٪
attachment-stuck = لم يُرسل بعد.
attachment-stuck-here = لم يصل إلى هنا بعد.
attachment-gone = لم يعد متاحاً للتنزيل. اطلب ممن أرسله أن يرسله مرة أخرى.
attachment-ask-again = محاولة التنزيل مرة أخرى
attachment-broken = ما وصل إلى هنا تالف ولا يمكن فتحه. اطلب ممن أرسله أن يرسله مرة أخرى.
attachment-more = المزيد
attachment-cancel = عدم الإرسال
attachment-cancel-question = هل تريد إزالته من هنا وعدم إرساله؟
attachment-cancel-yes = إزالة
size-kb = { $size } كيلوبايت
size-mb = { $size } ميغابايت
problem-attachment_empty = الملف فارغ.
problem-attachment_too_large = الملف كبير جداً. يجب ألا يزيد على 25 ميغابايت.
problem-file_unreadable = تعذّرت قراءة الملف. اختره مرة أخرى.
problem-device_full = لا توجد مساحة على هذا الجهاز. احذف منه شيئاً آخر وحاول مرة أخرى. ما هو موجود هنا لم يُفقد.

## المظهر والقراءة السهلة والقراءة بصوت عال

room-failed = لم تصل هذه الصفحة. ما كتبته ما زال هنا. تحقق من الشبكة وحاول مرة أخرى.
lock-title = يُقفل من تلقاء نفسه
lock-after = اقفل عندما لا يلمس أحد التطبيق مدة
lock-minutes = { $count ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
       *[other] { $count } دقيقة
    }
lock-what = تفتحه من جديد برمزك. ما كتبته يبقى محفوظاً. لا يُقفل التطبيق أثناء التسجيل أو الإرسال.
tell-exit-title = عندما تخرج بسرعة
tell-exit = أخبر { $names } عندما أخرج بسرعة
tell-exit-what = يرون عندئذ أنك خرجت على عجل ومتى كان ذلك، وأن عليهم ألا يتصلوا أو يكتبوا حتى تكتب أنت. لا يظهر شيء من ذلك في هاتفك.
tell-exit-not = إذا كان في المحادثة والد آخر فلا يُقال فيها شيء. وبلا شبكة لا يُقال إلا بعد أن تفتح من جديد.
look-title = المظهر
theme-title = فاتح أو داكن
theme-phone = كما في الهاتف
theme-light = فاتح
theme-dark = داكن
easy-title = سهل القراءة
easy-what = نص أكبر ومساحات أوسع وجمل أقصر.
read-aloud = اقرأ بصوت عالٍ
read-stop = أوقف القراءة
read-no-voice = لا يوجد في هذا الهاتف صوت للعربية. قد تجد صوتًا للتنزيل في إعدادات الهاتف.
read-failed = تعذرت القراءة بصوت عالٍ. حاول مرة أخرى.
easy-next = متابعة
conversation-readers = ما تكتبه هنا يستطيع { $names } قراءته. ولا أحد غيرهم.
people-what = هنا ترى المشاركين في المحادثة. هم وحدهم يستطيعون القراءة.
settings-what = ما تختاره هنا يخص هذا الجهاز وحده. لا يراه أحد غيرك.
add-slip-what = الورقة الجديدة تعطيك محادثة أخرى. المحادثات الأخرى لا تتغير.
circles-what = لا يستطيع قراءة المحادثة إلا المشاركون فيها.
dictate-start = تكلّم
dictate-stop = أوقف الاستماع
dictate-failed = تعذر السماع. حاول مرة أخرى أو اكتب.

## الرسائل: الرد والتفاعل والتعديل والحذف والبحث

message-more = المزيد
message-more-of = عن الرسالة من { $author }
message-more-mine = عن رسالتك
message-reply = رد
message-edit = تعديل
message-react = تفاعل
reactions = التفاعلات
reaction-heart = قلب
reaction-thumb_up = إعجاب
reaction-thanks = شكراً
reaction-hug = عناق
reaction-sad_with_you = أشعر بك
reaction-tick = حسناً
reaction-who = { $reaction }: { $who }
reaction-again = اضغط على تفاعلك مرة أخرى لإزالته.
message-changed = معدّلة
message-gone = حُذفت رسالة.
message-changing = لم يُرسل التعديل بعد. يرى الآخرون النص القديم.
message-going = لم يُرسل بعد. لا يزال بإمكان الآخرين رؤية الرسالة.
message-unfetched = لم تُستلم بعد. قد يكون الهاتف مغلقاً.
delete-all = حذف عند الجميع
delete-all-question = ستختفي الرسالة عند جميع المشاركين في المحادثة. ربما قرأها أحد من قبل.
delete-all-yes = نعم، حذف عند الجميع
delete-unsent-question = لم تُرسل الرسالة بعد. إذا حذفتها فلن تُرسل أبداً.
delete-too-late = مضى أكثر من يوم. يمكنك حذف الرسالة على هذا الجهاز.
delete-here = حذف على هذا الجهاز
delete-here-question = ستختفي الرسالة هنا فقط. وتبقى عند الآخرين.
delete-here-yes = نعم، حذف هنا
quote-go = رد على:
quote-gone = رسالة محذوفة
quote-missing = رسالة غير موجودة هنا
reply-title = أنت ترد على رسالة
reply-cancel = إلغاء الرد
edit-title = أنت تعدّل رسالتك
edit-save = حفظ التعديل
edit-too-late = مضت أكثر من ساعة. لم يعد تعديل الرسالة ممكناً.
conversation-since = جديد منذ زيارتك الأخيرة
conversation-newer = عرض الأحدث
conversation-keep = تُحذف الرسائل بعد { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يوماً
   *[other] { $days } يوم
} عند الجميع.
conversation-long = النص أطول من رسالة واحدة. وهو محفوظ هنا.
conversation-parts = { $count ->
    [two] إرسال في جزأين
    [few] إرسال في { $count } أجزاء
    [many] إرسال في { $count } جزءاً
   *[other] إرسال في { $count } جزء
}
search-open = البحث في المحادثة
search-title = بحث
search-label = كلمات البحث
search-where = أين تريد البحث؟
search-here = في هذه المحادثة
search-everywhere = في كل المحادثات
search-private = يجري البحث على هذا الجهاز فقط.
search-count = { $count ->
    [0] لم يُعثر على شيء.
    [one] عُثر على رسالة واحدة.
    [two] عُثر على رسالتين.
    [few] عُثر على { $count } رسائل.
    [many] عُثر على { $count } رسالة.
   *[other] عُثر على { $count } رسالة.
}
search-newest = تظهر أحدث { $count } رسالة. اكتب كلمات أكثر للعثور على ما تريد.

## للتذكّر: اللقاءات وأرقام الهاتف وما اتفقنا عليه وخطة الأسبوع والرسائل المثبّتة

kept-title = للتذكّر
kept-what = هنا اللقاءات وأرقام الهاتف وأشياء أخرى من الجيد العثور عليها مرة أخرى. يراها كل من في المحادثة.
kept-empty = لا شيء هنا بعد.
kept-add = إضافة
kept-next = لقاء { $when }
kept-asks = { $count ->
    [zero] لا لقاءات تنتظر ردك.
    [one] لقاء مقترح ينتظر ردك.
    [two] لقاءان مقترحان ينتظران ردك.
    [few] { $count } لقاءات مقترحة تنتظر ردك.
    [many] { $count } لقاءً مقترحاً تنتظر ردك.
   *[other] { $count } لقاء مقترح تنتظر ردك.
}
card-kind-meeting = لقاء
card-kind-phone = رقم هاتف
card-kind-agreed = ما اتفقنا عليه
card-kind-week = خطة الأسبوع
card-kind-gone = بطاقة
card-add-meeting = اقتراح لقاء
card-add-phone = كتابة رقم هاتف
card-add-agreed = كتابة ما اتفقنا عليه
card-add-week = وضع خطة للأسبوع
card-edit = تغيير
card-change = تغيير البطاقة
card-drop = إزالة
card-drop-question = تختفي البطاقة عند كل من في المحادثة.
card-drop-yes = نعم، أزلها
card-dropped = أُزيلت البطاقة.
card-by = كتبها: { $author }
card-unsent = لم تُرسل بعد. لا يراها الآخرون بعد.
card-call = الاتصال بالرقم { $number }
card-title-meeting = ما موضوع اللقاء؟
card-title-phone = لمن هذا الرقم؟
card-title-agreed = ما الموضوع؟
card-title-week = ما اسم الخطة؟
card-optional = يمكنك ترك هذا فارغاً.
card-text-meeting = المزيد عن اللقاء
card-text-phone = رقم الهاتف
card-text-agreed = على ماذا اتفقتم؟
card-lines = ما الذي يجب عمله؟ اكتب شيئاً واحداً في كل سطر.
card-lines-hint = { $count } سطراً على الأكثر.
card-time = متى؟
card-time-number = الاقتراح { $number }
card-date = اليوم
card-clock = الساعة
card-time-more = اقتراح وقت آخر
card-seen = كل من في المحادثة يرى ما تكتبه هنا.
card-week-again = عند تغيير الخطة تبدأ من جديد دون علامات.
card-meeting-again = عند تغيير اللقاء يُسأل الجميع مرة أخرى.
card-saved = حُفظت ضمن «للتذكّر».
card-empty = املأ هذا الحقل.
card-too-long = النص طويل جداً. الحد الأقصى { $count } حرفاً.
card-bad-lines = اكتب سطراً واحداً على الأقل و{ $count } على الأكثر.
card-long-line = أحد الأسطر طويل جداً. الحد الأقصى { $count } حرفاً.
card-bad-time = اختر يوماً ووقتاً لم يمضيا، خلال سنة على الأكثر.
meeting-set = الموعد المحدد: { $when }
meeting-proposed = الوقت المقترح:
meeting-over = مضى هذا الوقت.
meeting-question = هل يناسبك؟
meeting-suits = يناسبني { $when }
meeting-none = لا يناسبني أي وقت
meeting-not = لا يناسبني هذا الوقت
meeting-answered = حُفظ ردك.
meeting-answer = { $who }: { $when } مناسب
meeting-answer-none = { $who }: لا وقت مناسب
meeting-waits = بانتظار رد { $names }.
calendar-save = إضافة إلى التقويم
calendar-what = في التقويم تظهر كلمة «تذكير» والوقت فقط. قد يظهر التقويم على شاشات أخرى ولمن يشاركك فيه.
calendar-summary = تذكير
pins-title = الرسائل المثبّتة
pins-what = تُحذف الرسائل المثبّتة بعد { $days } يوماً مثل غيرها. ما يجب أن يبقى أطول يُكتب على بطاقة.
pin-go = العرض في المحادثة
pin-add = تثبيت
pin-remove = إلغاء التثبيت
pin-added = الرسالة الآن ضمن «للتذكّر».
pin-removed = لم تعد الرسالة مثبّتة.
act-card-new = إضافة من { $actor } ضمن «للتذكّر»: { $what }.
act-card-changed = تغيير من { $actor } ضمن «للتذكّر»: { $what }.
act-card-gone = إزالة من { $actor } من «للتذكّر»: { $what }.
act-meeting = رد { $actor } بشأن اللقاء: { $when } مناسب.
act-meeting-none = رد { $actor } بشأن اللقاء: لا وقت مناسب.
problem-cards_full = توجد 20 بطاقة، ولا مكان للمزيد. أزل بطاقة لم تعد لازمة وحاول مرة أخرى.
problem-phone_bad = لا يبدو هذا رقم هاتف. اكتب أرقاماً، ويمكن أن تبدأ بعلامة +.

## معلومات مفيدة: صفحات المنظمات

info-title = معلومات مفيدة
info-intro = هذه الصفحات من الجهات التي تقدّم الدعم.
info-none = لا توجد صفحات هنا بعد.
info-private = لا تحتاج إلى تسجيل الدخول للقراءة. الخادم لا يسجّل من يقرأ. ما قرأته يبقى على هذا الجهاز لتتمكن من قراءته دون إنترنت.
info-other-language = هذه الصفحة غير متوفرة بلغتك. تظهر هنا باللغة التالية: { $language }.
info-from = هذه الصفحة من { $org }.
info-leaves = (يفتح موقعًا آخر)
info-gone = لم تعد الصفحة موجودة.
info-offline = تعذّر جلب الصفحة الآن. تحقق من الشبكة وحاول مرة أخرى.
