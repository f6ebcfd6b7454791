# Soomaali. The model is sv.ftl; comments are in English.

## Everywhere

app-loading = Waa la furayaa …
language = Luqadda
skip-to-content = U bood qoraalka
top-bar = Caawimaad iyo bixid
quick-exit = Degdeg u bax
quick-exit-hint = Waxaad kaloo saddex jeer riixi kartaa Shift.
call-112 = Wac 112
back = Dib u noqo
close = Xir
cancel = Iska daa
done = Diyaar
save = Kaydi
saved = Waa la kaydiyay.
copy-link = Koobiyee linkiga
copied = Waa la koobiyeeyay.
copy-failed = Lama koobiyeyn karin.
print = Daabac
try-again = Isku day mar kale
menu-help = Caawimaad
menu-settings = Dejinta
hours-label = Saacadaha iyo jawaabta:
hours-unknown = Mar kasta waad qori kartaa. Jawaab ayaad helaysaa marka qof joogo.
hours-open = Hadda waa furan yahay.
# $time: "today 17:00", "Monday 08:00": see moment-*
hours-open-until = Hadda waa furan yahay, ilaa { $time }.
hours-opens = Hadda waa xiran yahay. Waxaa la furayaa { $time }.
hours-answer-by = Haddii aad hadda qorto, jawaab waxaad helaysaa ugu dambayn { $time }.
moment-today = maanta { $time }
moment-tomorrow = berri { $time }
moment-day = { $day } { $time }

role-parent = Waalid
role-supporter = Taageere
role-coordinator = Isku-duwe
role-lead = Madaxa mashruuca

## Contact with the server

link-offline = Hadda xiriir ma jiro. Waxa aad qorto halkan ayay ku kaydsanayaan, mar dambe ayaana la dirayaa.
    .easy = Hadda internet ma jiro. Waxa aad qorto way kaydsan yihiin.
link-offline-retry = Hadda xiriir ma jiro. Waxa aad qorto halkan ayay ku kaydsanayaan. Waxaa mar kale la isku dayayaa { $seconds ->
        [one] hal ilbiriqsi
       *[other] { $seconds } ilbiriqsi
    } ka dib.
link-connecting = Waa la isku xirayaa …
link-retry = Hadda isku day
lock-soon = Dhowaan ayuu qufulmayaa. Taabo shaashadda haddii aad rabto inaad sii joogto.
waiting-banner = { $count ->
        [one] Hal farriin ayaa sugaysa in la diro.
       *[other] { $count } farriimood ayaa sugaya in la diro.
    }

## The first time: no slip yet

start-title = Warqad ma lagu siiyay?
start-intro = Qof raba inuu garab kuu istaago ayaa ku siiyay warqad yar oo kood leh. Koodka halkan geli, markiiba waad qori kartaa. Ma aragtay boor derbi ku dheggan? Geli koodka ku yaal.
    .easy = Ma heshay warqad kood leh? Koodka halkan geli. Markiiba waad qori kartaa.
start-code-label = Koodka warqadda
start-code-hint = Xarfaha waaweyn iyo kuwa yaryar waa isku mid. Waxaad kaloo halkan ku dhejin kartaa linkiga oo dhan.
    .easy = Xarfaha yaryar dhib ma laha.
start-open = Fur warqadda
start-opening = Warqadda waa la akhrinayaa …
start-scan = Koodka QR kaamirada ku akhri
start-scan-stop = Xir kaamirada
start-scan-title = Warqadda kaamirada horteeda ku hay
start-scan-view = Sawirka kaamirada
start-scan-failed = Kaamirada halkan lama isticmaali karo. Koodka gacanta ku qor, ama fur kaamirada telefoonka oo ku jeedi koodka QR.
start-scan-advice = Warqaddu ma leedahay koodka QR? Fur kaamirada telefoonka oo ku jeedi koodka.
start-none-title = Warqad ma haysid?
start-none = Weydii qofka taageerada kuu soo bandhigay. Warqad cusub dhaqso ayaa loo sameeyaa, waana lacag la'aan.
    .easy = Weydii qofka taageerada kuu soo bandhigay. Waa lacag la'aan.
slip-mistyped-part = Qaybta { $part } sax uma eka. La barbardhig warqadda, xaraf xaraf.
slip-mistyped-which = Qaybta { $part } ee koodka:

## The slip has been read: choose a name and a PIN

join-title = Soo dhawow
join-what = Halkan waxaad { $org } farriin ugu qori kartaa mar kasta oo aad rabto. Waxaa akhrin kara oo keliya dadka wadahadalka ku jira. Ma akhrin karaan shaqaalaha adeegga bulshada (socialtjänsten), madaxda, iyo kuwa server-ka maamula.
    .easy = Halkan waxaad farriin ugu qori kartaa { $org }. Dadka ku jira oo keliya ayaa akhrin kara. Adeegga bulshada (socialtjänsten) ma akhrin karo. Madaxduna ma akhrin karto.
join-limits = Laakiin qofkii haysta telefoonkaaga iyo PIN-kaaga wuu akhrin karaa. Waxaa kaloo laga yaabaa inay qofka aad la hadlayso waajib ku tahay inuu adeegga bulshada u sheego haddii ilmo dhib ku jiro.
    .easy = Qofka haysta telefoonkaaga iyo PIN-kaaga isna wuu akhrin karaa. Qofka aad la hadlayso waxaa laga yaabaa inay waajib ku tahay inuu sheego haddii ilmo dhib ku jiro.
join-what-staff = Warqaddu waxay qalabkan ka dhigaysaa furahaaga { $org }. Doorkaagu waa { $role ->
        [supporter] taageere
        [coordinator] isku-duwe
       *[lead] madaxa mashruuca
    }.
join-limits-supporter = Waxaad akhridaa oo keliya wadahadallada aad adigu ku jirto. Haddii telefoonku lumo, cidna kuuma akhrin karto.
join-limits-staff = Weligaa ma arkaysid waxa ay dadku qoraan, cidna adiga kaama dhex arki karto.
join-more = { $count ->
        [one] Linkigu wuxuu leeyahay hal warqad oo kale. Isku mar ayaa la isticmaalayaa.
       *[other] Linkigu wuxuu leeyahay { $count } warqadood oo kale. Isku mar ayaa la isticmaalayaa.
    }
join-cannot-title = Maxaan la ilaalin karin?
join-cannot-spy = Barnaamij basaas ah oo telefoonka ku jira wuxuu akhrin karaa waxa aad akhrido.
join-cannot-force = Haddii qof kugu qasbo inaad furto, qofkaasi wuu akhrin karaa.
join-cannot-share = Qofka aad la hadlayso dad kale ayuu tusi karaa.
join-cannot-lost = Haddii telefoonku kaa lumo, warqad cusub ayaad helaysaa. Laakiin farriimihii hore kuuma soo noqonayaan.
join-cannot-code = Qofka server-ka maamula ma akhrin karo, laakiin wuxuu beddeli karaa barnaamijka laftiisa.
join-name = Magacaaga
join-name-hint = Kan ayay dadka kale arkaan. Magaca koowaad waa ku filan yahay.
join-pin = Dooro PIN
join-pin-hint = Lix lambar oo aad xasuusan karto. Ha ka dhigin taariikhda dhalashadaada.
    .easy = Lix lambar oo aad xasuusan karto.
join-pin-again = Isla PIN-kii mar kale
join-phrase = Dooro weedh sir ah
join-phrase-hint = Ugu yaraan siddeed xaraf. Dhawr eray oo isku xiga ayaa fiican.
join-phrase-again = Isla weedhii sirta mar kale
join-use-phrase = Isticmaal weedh sir ah halkii aad PIN ka isticmaali lahayd
pin-show = I tus waxa aan qorayo
join-submit = Bilow
join-cancel = Ha isticmaalin warqadda
join-name-bad = Qor magac, ugu badnaan 40 xaraf.
join-pin-bad = PIN-ku waa inuu noqdaa lix lambar.
join-phrase-bad = Weedha sirtu waa inay lahaataa ugu yaraan siddeed xaraf.
join-pin-differs = Labada jeer isku mid ma noqon. Mar kale qor.
joining-title = Wax yar ayaa haray
joining-text = Furayaasha ayaan diyaarinaynaa. Dhawr ilbiriqsi ayay qaadanaysaa.
    .easy = In yar sug. Dhawr ilbiriqsi ayay qaadanaysaa.
joining-offline = Hadda xiriir ma jiro. Iskiis ayuu u sii soconayaa, warqadduna ma lumin.
    .easy = Hadda internet ma jiro. Iskiis ayuu u sii soconayaa.

## With a poster: choosing whom, and waiting for somebody to be free

door-title = Yaad rabtaa inaad la hadasho?
door-what = Waxaad furtay boor. Halkan waxaad farriin ugu qori kartaa qof garab kuu istaaga. Dooro cidda aad rabto inaad la hadasho, safkooda ayaad gelaysaa. Qofka ugu horreeya ee firaaqo hela ayaa ku qaabilaya.
    .easy = Halkan waxaad farriin ugu qori kartaa qof garab kuu istaaga. Dooro cidda. Ka dib sug inta lagaa gaarayo.
door-behind-municipality = Taageerada degmada. Qofka jawaabaya degmada ayuu u shaqeeyaa, laakiin ma aha kan baara ama go'aanka gaara.
    .easy = Qofku degmada ayuu u shaqeeyaa. Laakiin adiga waxba kaama go'aamiyo.
door-behind-association = Taageerada urur. Qofka jawaabaya ururka ayuu ka mid yahay, degmadana uma shaqeeyo.
    .easy = Qofku urur ayuu ka mid yahay. Degmada uma shaqeeyo.
door-waiting = { $count ->
        [0] Hadda cidna halkaas kuma sugayso.
        [one] Hal qof ayaa hadda halkaas ku sugaya.
       *[other] { $count } qof ayaa hadda halkaas ku sugaya.
    }
door-choose = Dooro { $org }
door-choose-other = Dooro cid kale
door-switch-later = Mar dambe waad beddeli kartaa, inta aan weli cidi ku qaabilin.
door-safety-title = Ma ammaan baa?
door-safety = Server-ku ma akhrin karo waxa aad qorto. Laakiin boorka qof kasta ayaa arki kara. Sidaas darteed app-ku wuxuu tusayaa saddex eray oo ammaanka ah markaad farriimo isu dirtaan. Isu akhriya markaad telefoonka ku hadlaysaan ama aad kulantaan. Haddii ay isku mid yihiin, cid kale idinkuma dhex jirto. Qofkii warqad gaar ah helay jid ka ammaan badan ayuu ku soo galaa.
door-submit = Safka i geli
door-cancel = Ha isticmaalin boorka
wait-title = Safka ayaad ku jirtaa
wait-ahead = { $count ->
        [0] Safka adigaa ugu horreeya.
        [one] Hal qof ayaa kaa horreeya.
       *[other] { $count } qof ayaa kaa horreeya.
    }
wait-taken = Hadda qof ayaa ku qaabilaya
wait-taken-what = Taageere ayaa wadahadalkiinna diyaarinaya. Halkan ayuu iskiis uga furmayaa. Haddii uu go'o, meeshaadii safka ayaad nus saac gudaheed ku helaysaa.
    .easy = Wadahadalku dhowaan ayuu furmayaa. Waxba lagaama rabo.
wait-open = Xafiisku hadda waa furan yahay.
wait-open-until = Xafiisku hadda waa furan yahay, ilaa { $time }.
wait-closed = Hadda cidna ma joogto. Xafiiska waxaa la furayaa { $time }.
wait-hours-unknown = Xafiisku ma sheegin saacadaha uu furan yahay. Waa lagu qaabilayaa marka qof firaaqo helo.
wait-promised = Xafiisku wuxuu filayaa inuu jawaabo ugu dambayn { $time }.
wait-promise-over = Way ka dheeraatay intii xafiisku filayay. Weli safka ayaad ku jirtaa.
wait-longer = Way sii dheeraan kartaa marka dad kale kaa horreeyaan.
wait-close-app = App-ka waad xiri kartaa, dibna halkan waad ugu soo noqon kartaa. Meesha safka adigaa leh.
    .easy = App-ka waad xiri kartaa. Meeshaadu way kuu taal.
wait-since = Waxaad timid { $day }.
wait-written = Ma rabtaa inaad wax qorto?
wait-written-before = Waxa aad qortay
wait-written-what = Waxa aad qorto telefoonkan ayay ku kaydsanayaan. Cidna ma akhriyayso ilaa qof ku qaabilo. Markaas iskood ayay u dirmayaan.
    .easy = Hadda xitaa waad qori kartaa. Waxaa la dirayaa marka qof firaaqo helo.
wait-text-waits = Way sugaysaa, weli lama dirin
wait-text-remove = Ka saar
wait-keep = Kaydi ilaa la i qaabilo
wait-switch = U beddel { $org }
wait-switch-question = { $count ->
        [0] Hadda cidna { $org } kuma sugayso. Meesha aad hadda joogto qofka xiga ayaa helaya.
        [one] Hal qof ayaa hadda { $org } ku sugaya. Adigaa ugu dambaynaya, meesha aad hadda joogtona qofka xiga ayaa helaya.
       *[other] { $count } qof ayaa hadda { $org } ku sugaya. Adigaa ugu dambaynaya, meesha aad hadda joogtona qofka xiga ayaa helaya.
    }
wait-switch-yes = Haa, beddel
wait-switched = Hadda waxaad ku jirtaa safka { $org }.
wait-end = Jooji sugitaanka
wait-end-question = Safka ayaad ka baxaysaa. Wax kasta oo qalabkan ku jira waa la tirtirayaa, xitaa waxa aad qortay. Boorka mar kale waad furi kartaa markaad rabto.
wait-end-yes = Haa, jooji sugitaanka
wait-trouble-unopened = Waxaa laga yaabaa in jawaabta laga noqday, ama qof kale isku dayay inuu jawaabo. Halkan waad ku sii sugi kartaa. Haddii aan wax kale iman: koobiyee waxa aad qortay, boorkana ka bilow mar kale. Fadlan xafiiska u sheeg.
wait-trouble-gone = Meesha safka waxaa la hayaa soddon maalmood. Waxa aad qortay weli halkan ayay yaallaan. Koobiyee intaanad boorka mar kale ka bilaabin.
wait-trouble-ending = Wax kasta halkan waa laga tirtirayaa marka server-ku ogaado.
wait-title-unopened = Waxaa timid jawaab aan la furi karin
wait-title-gone = Meeshaadii safka hadda ma jirto
wait-title-ending = Sugitaanka waad joojisay
wait-copy = Koobiyee waxa aan qoray
wait-again = Boorka mar kale ka bilow
wait-again-question = Wax kasta oo qalabkan ku jira waa la tirtirayaa, xitaa waxa aad qortay. Marka hore koobiyee haddii aad rabto inaad hayso.
wait-again-yes = Haa, mar kale bilow
wait-own-slip = Warqad adiga kuu gaar ah ma heshay? Haddii aad isticmaasho, safka waad ka baxaysaa. Waxa aad qortay intii aad sugaysayna wadahadalkaas ayaa lagu dirayaa.

## Locked

locked-title = Qoraallo
locked-pin = PIN-kaaga
locked-pin-hint = Lix lambar, ama weedhaada sirta ah.
locked-phrase = Weedh sir ah ayaan leeyahay
locked-open = Fur qufulka
locked-opening = Qufulka waa la furayaa …
locked-wrong = PIN-ku waa khalad. { $tries ->
        [one] Hal isku day ayaa kuu haray. Ka dib warqad cusub oo keliya ayaa furi karta.
       *[other] { $tries } isku day ayaa kuu haray.
    }
locked-empty = Qor PIN-kaaga.
locked-needs-network = Si qufulka loo furo waxaa loo baahan yahay in server-ka la helo.
locked-forgot = Waan illoobay PIN-kayga
forgot-title = PIN la illoobay
forgot-text = Way dhacdaa, dhibna ma jiro. Warqad cusub weydiiso qofka aad la hadlayso ama xafiiska. Ka dib tirtir waxa telefoonka ku jira oo fur warqadda cusub.
    .easy = Dhib ma laha. Weydiiso warqad cusub. Tirtir waxa halkan ku jira. Ka dib fur warqadda cusub.
forgot-history = Farriimihii hore telefoonkan kuma soo noqonayaan. Dadka kale kuwoodii way hayaan.
    .easy = Farriimihii hore telefoonkan kuma arki doontid.
forget-device = Tirtir wax kasta oo qalabkan ku jira
forget-confirm = Ma hubtaa? Wax kasta oo qalabkan ku jira hadda waa la tirtirayaa. Dib looma soo celin karo.
forget-yes = Haa, tirtir
slip-pending = Waxaad furtay warqad cusub. Marka hore qufulka fur, ka dib way ku darmaysaa. Haddii aad PIN-ka illowday, riix "Waan illoobay PIN-kayga".

elsewhere-title = Meel kale ayay ka furan tahay
elsewhere-text = Hal meel oo keliya ayaa mar laga furi karaa, si aan wax u khaldamin.
    .easy = App-ku meel kale ayuu hore uga furan yahay.
elsewhere-take = Halkan ka fur

destroyed-title = Qufulku waa xiran yahay
destroyed-text = PIN-ka marar badan ayaa la khalday. Furihii farriimaha telefoonkan waa la baabi'iyay, si aan cid kale u akhrin.
    .easy = PIN-ka marar badan ayaa la khalday. Hadda cidna ma akhrin karto wixii halkan ku jiray.
destroyed-next = Warqad cusub weydiiso qofka aad la hadlayso ama xafiiska. Ka dib waad sii wadi kartaan.
    .easy = Weydiiso warqad cusub. Ka dib waad sii wadi kartaan.
destroyed-start = Tirtir oo fur warqad cusub

## Conversations

circles-title = Wadahadalladaada
circles-empty = Weli wadahadal ma lihid.
circles-none-parent = Hadda wadahadal kuma jirtid. Warqad cusub weydiiso haddii aad rabto inaad sii waddo.
circle-unread = { $count ->
        [one] 1 aan la akhrin
       *[other] { $count } aan la akhrin
    }
circle-waiting = { $count ->
        [one] 1 sugaysa
       *[other] { $count } sugaya
    }
circle-alone = Weli cid kale kuma jirto
circle-lost = Qalabku wuu ka go'ay
circle-untitled = Wadahadal aan magac lahayn
circle-from-queue = Cusub, safka ka yimid
circle-on-the-way = Waxaa la sugayaa in qofku soo galo
new-circle = Wadahadal cusub
new-circle-title = Maxaad u bixinaysaa wadahadalka?
new-circle-hint = Adiga keliya ayaa magaca arka. Ha qorin wax lagu garan karo qof.
new-circle-make = Bilow wadahadalka
new-circle-placeholder = Wadahadal { $number }
add-slip = Ku dar warqad
add-slip-done = Wadahadalka waad ku jirtaa.
circles-choose = Liiska ka dooro wadahadal.

conversation-messages = Farriimo
conversation-empty = Weli halkan wax kuma qorna. Qor markaad rabto, wax yar iyo wax weynba.
    .easy = Qor markaad rabto.
conversation-alone = Weli cid kale kuma jirto. Samee warqad oo sii qofka aad la hadlayso.
conversation-on-the-way = Waxaa la sugayaa in qofku soo galo. Iskeed ayay u dhacaysaa marka uu app-ka furo. Hadda xitaa waad qori kartaa.
conversation-older = Tus kuwii hore
conversation-newest = U tag tan ugu dambaysa
conversation-people = Dadka iyo ammaanka
conversation-write = Qor farriin
conversation-send = Dir
conversation-keys = Ctrl iyo Enter ayaa dira.
conversation-left = { $count ->
        [one] Hal xaraf ayaa haray
       *[other] { $count } xaraf ayaa haray
    }
conversation-over = { $count ->
        [one] Hal xaraf ayaa dheeraad ah
       *[other] { $count } xaraf ayaa dheeraad ah
    }
conversation-new = Farriin cusub oo ka timid { $author }: { $text }
message-mine = Adiga
delivery-waiting = Way sugaysaa, weli lama dirin
delivery-sent = Waa la diray
delivery-delivered = Way gaartay
delivery-read = Waa la akhriyay
message-retry = Mar kale isku day dirista

thread-lost = Telefoonkani wuu ka go'ay wadahadalka. Waxba kama lumin waxa aad akhriday. Warqad cusub weydiiso { $names }, halkan ayuuna ka sii soconayaa.
    .easy = Wax baa telefoonka ka khaldamay. Warqad cusub weydiiso { $names }.
thread-lost-alone = Qalabkani wuu ka go'ay wadahadalka. Waxba kama lumin waxa aad akhriday. Mar kale bilow, qof kasta warqad cusub u samee, halkan ayuuna ka sii soconayaa.
thread-lost-waits = Waxa aad qorto waa la kaydinayaa, ka dibna waa la dirayaa.
thread-helper = qofkii warqadda ku siiyay
thread-new-slip = Warqad cusub ayaan hayaa
thread-copy = Koobiyee waxa aan la dirin
thread-afresh = Mar kale bilow wadahadalka
thread-afresh-question = Wadahadalku mar kale ayuu isla dadkii la bilaabmayaa. Waxa aad akhrideen way sii jirayaan, adiguna qof kasta warqad cusub ayaad u samaynaysaa.
thread-afresh-yes = Haa, mar kale bilow
thread-doubt = Telefoonku xaalad hore ayuu ku noqday. Furayaasha hadda waa la cusboonaysiinayaa. Waxa aad qorto halkan ayay ku sugayaan, iskood ayayna u dirmayaan.
afresh-awaited = Wadahadalku mar kale ayuu bilaabmay. Qof kasta warqad cusub u samee, markaas way soo noqonayaan.
afresh-slip = Warqad cusub oo { $name } loogu talagalay

notice-someone = qof
notice-circle_started = { $actor } ayaa bilaabay wadahadalka.
notice-joined = { $subject } ayaa hadda wadahadalka ku jira.
notice-left = { $subject } ayaa wadahadalka ka baxay.
notice-removed = { $actor } ayaa { $subject } ka saaray wadahadalka. Qofkaasi ma akhrin karo waxa hadda ka dib la qoro.
notice-new_device = { $subject } ayaa haysta telefoon ama kombiyuutar cusub. Kii hore laguma akhrin karo waxa hadda ka dib la qoro.
notice-slip_made = { $actor } ayaa sameeyay warqad. Qofkii isticmaala wadahadalka ayuu soo galayaa.
notice-slip_used = { $subject } ayaa isticmaalay warqad.
notice-slip_revoked = { $actor } ayaa joojiyay warqad. Mar dambe lama isticmaali karo.
notice-not_readable = Wax baa qalabkan lagu akhrin waayay. Qofkii qoray weydiiso inuu mar kale qoro, haddii aanay iskeed u iman.
notice-not_readable_from = Wax { $subject } qoray ayaa halkan lagu akhrin waayay. { $subject } weydiiso in mar kale la qoro, haddii aanay iskeed u iman.
notice-you_joined = Hadda wadahadalka waad ku jirtaa. Wixii la qoray intaanad iman lama tusayo.
notice-back = { $subject } ayaa wadahadalka ku soo noqday, warqad cusub ayaana la isticmaalay.
notice-you_back = Wadahadalka waad ku soo noqotay. Wixii sugayay hadda waa la dirayaa.
notice-afresh = Wadahadalku halkan ayuu mar kale ka bilaabmay, maxaa yeelay qalab ayaa ka go'ay. Waxa aad akhrideen way sii jiraan.
notice-gone = { $subject } ayaa shaqada ka tagay. Qofkaasi ma akhrin karo waxa hadda ka dib la qoro. Inta kale waad sii wadi kartaan. Keligaa ma hartay? Xafiiska la xiriir, qof cusub ayaad helaysaa.
notice-line_open = Hadda wadahadalku waa furan yahay. Qor markaad rabto. Waxa aad qortay intii aad sugaysay waa la dirayaa.

## Counting contacts

count-title = Tiri xiriir
count-hint = Hal riixid ayaa ku filan. Dadka wadahadalka ku jira oo dhan way arkaan, muddo yar gudaheedna waad ka noqon kartaa. Tirada keliya ayaa wadahadalka ka baxda.
count-visit = Booqasho
count-phone = Wicitaan telefoon
count-meeting = Kulan la wada tagay
count-email = Iimayl
count-group = Koox
count-dialogue = Maalin farriimo leh
count-call = Wicitaan app-ka ah
count-visit-done = Hal booqasho ayaa la tiriyay.
count-phone-done = Hal wicitaan telefoon ayaa la tiriyay.
count-meeting-done = Hal kulan ayaa la tiriyay.
count-email-done = Hal iimayl ayaa la tiriyay.
count-group-done = Hal kulan kooxeed ayaa la tiriyay.
contact-entry = { $author } ayaa tiriyay: { $kind }, { $day }
contact-entry-mine = Waxaad tirisay: { $kind }, { $day }
contact-undone = Waa laga noqday
contact-undo = Ka noqo
contact-undo-left = Waad ka noqon kartaa { $minutes ->
        [one] hal daqiiqo
       *[other] { $minutes } daqiiqo
    } gudaheed
counted-title = Bishan la tiriyay
counted-none = Bishan weli waxba lama tirin.
counted-row = { $kind }: { $count }

## How things are

face-1 = Aad u adag
face-2 = Adag
face-3 = Ma fiicna, mana xuma
face-4 = Xoogaa fiican
face-5 = Fiican
face-none = Ma rabo inaan sheego
experience-1 = Aad u xun
experience-2 = Xun
experience-3 = Ma fiicna, mana xuma
experience-4 = Fiican
experience-5 = Aad u fiican
experience-title = Sida taageeradu ahayd
feeling-title = Sida aad tahay
feeling-first = Sidee baad hadda tahay?
feeling-last = Sidee baad hadda tahay, marka la barbardhigo bilowgii?
feeling-experience = Sidee bay taageeradu kuula ahayd?
feeling-choice = Jawaab haddii aad rabto.
feeling-open = Ka jawaab su'aasha
feeling-hint = Adigaa dooranaya haddii aad jawaabayso, su'aashuna hadda oo keliya ayay imanaysaa. Jawaabtu telefoonkaaga ayay ku jiraysaa. Waxa la tiriyo waa lambar aan magac lahayn.
    .easy = Khasab ma aha inaad jawaabto. Jawaabtu telefoonkaaga ayay ku jiraysaa.
feeling-show = Jawaabtayda tus { $names }
feeling-answer = Jawaab
feeling-choose = Dooro mid ka mid ah jawaabaha, ama "Ma rabo inaan sheego".
feeling-thanks = Waad ku mahadsan tahay jawaabta.
feeling-thanks-none = Dhib ma laha.
feeling-kept = Jawaabtu telefoonkaaga oo keliya ayay ku jirtaa.
feeling-shown = Jawaabta waxaa arki kara { $names }.
feeling-undo = Beddel jawaabta

## What happens to the support

act-you = Adiga
act-contact = xiriir
act-feeling-first = { $actor } ayaa sheegay sida xaalku yahay bilowga: { $face }.
act-feeling-last = { $actor } ayaa sheegay sida xaalku hadda yahay: { $face }.
act-feeling-back = { $actor } ayaa ka noqday jawaabtii ku saabsanayd xaalka.
act-feeling-experience = { $actor } ayaa sheegay sida taageeradu ahayd: { $face }.
act-experience-back = { $actor } ayaa ka noqday jawaabtii ku saabsanayd taageerada.
act-programme = { $actor } ayaa beddelay sida taageeradu u socoto. { $what }.
act-programme-step = { $actor } ayaa horay u sii socda: taageeradu hadda waxay joogtaa tallaabada { $number } ee { $count }.
act-objection = { $actor } ayaa sheegay in kani aanu sax ahayn: { $kind } { $day }.
act-objection-back = { $actor } ayaa sheegay in kani sax yahay: { $kind } { $day }.
act-closing = { $actor } ayaa dhammaynaya taageerada: { $outcome }.
act-closing-back = { $actor } ayaa ka noqday dhammaynta. Taageeradu way sii socotaa.
act-feedback-ask = { $actor } ayaa weydiinaya in la wada qoro warcelin.
act-feedback-yes = { $actor } ayaa haa ku jawaabay in la wada qoro warcelin.
act-feedback-no = { $actor } ayaa maya ku jawaabay warcelinta. Dhib ma laha.

objection-make = Kani sax ma aha
objection-mine = Waxaad sheegtay in kani aanu sax ahayn.
objection-of = { $names } ayaa sheegay in kani aanu sax ahayn.
objection-sent = Lambar la diray lama soo celin karo, maxaa yeelay waxba kama muujiyo cidda uu ka yimid. Laakiin dadka wadahadalka ku jira oo dhan way arkaan in aanu sax ahayn.
objection-back = Haddana waa sax
objection-back-done = Waad ka noqotay.

## The support and its end

support-title = Taageerada
support-conversations = { $count ->
        [one] Ilaa hadda hal wadahadal.
       *[other] Ilaa hadda { $count } wadahadal.
    } Taageerada waxaa loogu talagalay { $range } wadahadal.
support-what = Hal wadahadal waa maalin leh ugu yaraan hal xiriir oo la tiriyay: farriimo, telefoon, booqasho ama kulan. Dhawr xiriir oo isku maalin ah waa hal wadahadal.
support-conversations-open = { $count ->
        [one] Ilaa hadda hal wadahadal.
       *[other] Ilaa hadda { $count } wadahadal.
    }
range-text = { $least }–{ $most }
programme-choose = Sidee bay taageeradu u socon doontaa?
programme-choose-one = Dooro sida taageeradu u socon doonto.
programme-range = { $name }: { $least } ilaa { $most } wadahadal
programme-number = { $count ->
        [one] { $name }: hal wadahadal
       *[other] { $name }: { $count } wadahadal
    }
programme-steps = { $count ->
        [one] { $name }: hal tallaabo
       *[other] { $name }: { $count } tallaabo oo isku xiga
    }
programme-open = { $name }: inta loo baahan yahay
programme-step = Tallaabada { $number } ee { $count }, toddobaadka { $week }. Tallaabadu waxay qaadanaysaa { $weeks } toddobaad.
programme-change = Beddel sida taageeradu u socoto
programme-change-what = Dadka wadahadalka ku jira oo dhan way arkaan inaad wax beddeshay. Wixii hore loo tiriyay isma beddelaan.
programme-change-go = Beddel
programme-changed = Waa la beddelay. Dadka wadahadalka ku jira oo dhan way arkaan.
programme-foreign = Hadda taageeradu waxay u socotaa sidan: { $what }. Xafiiskaagu si kale ayuu u shaqeeyaa. Ma rabtaa inaad beddesho?
check-in-title = Dib u eegis
check-in = Waa waqtigii dib u eegista, toddobaadka { $week } ee { $weeks }.
check-in-what = In yar wada joogsada: maxaa soo hagaagay, maxaase hadda loo baahan yahay?
check-in-done = Waa la qabtay
check-in-done-said = Waa fiican tahay. Dib u eegista xigta waxay imanaysaa waqtigeeda.
phase-over = Tallaabada { $number } ee { $count } waxay gaartay waqtigii ugu dheeraa.
phase-next = U gudub tallaabada xigta
phase-next-question = Ma loo gudbaa tallaabada { $number } ee { $count }? Dadka wadahadalka ku jira oo dhan way arkaan.
phase-next-yes = Haa, u gudub
close-ask = Ma la dhammeeyaa taageerada?
close-ask-why = { $count ->
        [one] Hal wadahadal ayaad yeelateen.
       *[other] { $count } wadahadal ayaad yeelateen.
    } Taageerada waxaa loogu talagalay { $range }. Adigaa go'aansanaya.
close-ask-why-steps = Tallaabada ugu dambaysa waxay gaartay waqtigii ugu dheeraa. Adigaa go'aansanaya.
close-go = Dhammee taageerada …
close-not-now = Hadda maya
close-not-now-done = Su'aashu waxay ugu dhaqsaha badan soo noqonaysaa toddobaad ka dib.

closing-title = Dhammee taageerada
closing-what = Marka aad dhammayso, dadka wadahadalka ku jira oo dhan way arkaan. Toddoba maalmood weli waad wax akhrin kartaan oo qori kartaan, midkiin kastana wuu ka noqon karaa dhammaynta. Ka dib wadahadalka iyo furayaashiisa waa laga tirtirayaa telefoonnada dadka oo dhan. Waxaa haraya rasiidh aan farriimihii ku jirin.
closing-feedback = Shaqaalaha adeegga bulshada warcelin ma la siinayaa? Waalidka la qor intaan wadahadalka la tirtirin.
closing-outcome = Sidee bay ku dhammaatay?
outcome-completed = Taageeradu way dhammaatay
outcome-further_support = Way dhammaatay, waalidkuna taageero dheeraad ah ayuu rabaa
outcome-declined = Waalidku ma rabin
outcome-not_reached = Waalidka lama heli karin
closing-counted = Sida ay ku dhammaatay iyo qiyaas ahaan inta wadahadal ee la yeeshay waxaa la tirinayaa magac la'aan, marka toddobada maalmood dhammaadaan.
closing-go = Dhammee
closing-question = Ma la dhammeeyaa taageerada? Dadka wadahadalka ku jira oo dhan hadda way arkayaan. Toddoba maalmood ka dib wax kasta waa la tirtirayaa.
closing-yes = Haa, dhammee
closing-done = Taageeradu waxay dhammaanaysaa toddoba maalmood ka dib.
closing-already = Taageerada waa la dhammaynayaa.
closing-note = Taageeradu waxay dhammaanaysaa { $until }. Ilaa markaas waad wax akhrin kartaan oo qori kartaan. Ka dib wadahadalka waa laga tirtirayaa telefoonnada dadka oo dhan, rasiidh ayaana haraya.
closing-over = Taageeradu way dhammaatay. Waad akhrin kartaa ilaa { $until }. Ka dib wadahadalka halkan waa laga tirtirayaa, rasiidh ayaana haraya.
closing-nobody = Dadkii kale kuma jiraan, sidaas darteed wax dambe lama qori karo. Haddii aad mar kale taageero u baahato: xafiiska weydiiso warqad cusub.
closing-back = Ka noqo dhammaynta
closing-back-question = Markaas taageeradu sidii hore ayay u sii socotaa, waxna lama tirtirayo. Dadka wadahadalka ku jira oo dhan way arkaan.
closing-back-yes = Haa, sii wad taageerada
closing-back-done = Taageeradu way sii socotaa.

feedback-title = Warcelin
feedback-what = Shaqaalaha adeegga bulshada waxaa la siin karaa warcelin gaaban: inta xiriir ee la yeeshay, sida waalidku hadda yahay, waxa isbeddelay, iyo haddii taageero dheeraad ah la rabo. Telefoonkaaga ayaad ku wada qoraysaan, waana haddii waalidku haa yiraahdo oo keliya. Haddii uu maya yiraahdo, waa caadi.
feedback-ask = Weydii waalidka
feedback-waits = Su'aasha waa la weydiiyay. Jawaabtu wadahadalka ayay ku imanaysaa.
feedback-declined = Waalidku warcelin ma rabo. Dhib ma laha. Taageerada weli waa la dhammayn karaa.
feedback-question = { $names } ayaa weydiinaya: ma wada qornaa warcelin gaaban oo la siiyo shaqaalaha adeegga bulshada?
feedback-question-more = Qoraalka waad akhrinaysaa intaan la dhiibin, waxaana la dhiibayaa haddii aad rabto oo keliya. Waxba kuma gaarayaan haddii aad maya tiraahdo.
    .easy = Qoraalka adigaa marka hore akhrinaya. Maya waad dhihi kartaa.
feedback-yes = Haa
feedback-no = Maya
feedback-write = Waalidka la qor. Wax kasta waa ikhtiyaar, qaybaha madhanna lama dhiibo.
feedback-feels = Sida waalidku hadda yahay
feedback-change = Waxa isbeddelay
feedback-wish = Taageero dheeraad ah ma la rabaa?
feedback-wish-yes = Haa
feedback-wish-no = Maya
feedback-wish-unsure = Weli lama hubo
feedback-more = Wax kale oo waalidku rabo inuu sheego
feedback-stays = Qoraalku qalabkan oo keliya ayuu ku jiraa, wuuna qufulan yahay sida wax kasta. Weligiis halkan lagama diro, waana la tirtirayaa marka taageeradu dhammaato.
feedback-read = Wada akhriya
feedback-hand-over = Waalidku hadda ha akhriyo qoraalka oo dhan, ama u akhri. Weli waxba kama bixin qalabkan.
feedback-page-title = Warcelin taageerada ka dib
feedback-contacts = Xiriirro
feedback-days = { $count ->
        [one] Wadahadal hal maalin ah
       *[other] Wadahadal { $count } maalmood ah
    }
feedback-then = Bilowga: { $face }
feedback-last = Dhammaadka: { $face }
feedback-experience = Taageeradu waxay ahayd: { $face }
feedback-agreed = Waalidku qoraalka oo dhan wuu akhriyay ama wuu maqlay, wuxuuna rabaa in la dhiibo.
feedback-copy = Koobiyee qoraalka
feedback-change-it = Beddel

receipts-title = Taageerooyin dhammaaday
receipt-title = Rasiidhka taageerada
receipt-days = { $first } ilaa { $last }
receipt-contacts = Xiriirro
receipt-none = Wax xiriir ah lama tirin.
receipt-all = Intan ayaa haray oo dhan. Farriimaha iyo furayaasha qalabkan waa laga tirtiray, rasiidhkuna meel kale kuma jiro.
receipt-delete = Tirtir rasiidhka
receipt-delete-question = Rasiidhku halkan oo keliya ayuu ku jiraa. Dib looma soo celin karo.
receipt-delete-yes = Haa, tirtir
receipt-ended = Taageeradu way dhammaatay, wadahadalkana waa la tirtiray. Rasiidhku liiska ayuu ku jiraa.

## Handing over: one more person

come-title = Dad kale oo wadahadalka soo gala
come-who-supporter = saaxiib shaqo
come-who-parent = waalid kale
come-ask-handover = Ku wareeji saaxiib shaqo …
come-ask-beside = Weydii in saaxiib shaqo ku soo biiro …
come-ask-parent = Weydii in waalid kale ku soo biiro …
come-page-handover = Ku wareeji saaxiib shaqo
come-page-beside = Saaxiib shaqo oo wadahadalka soo gala
come-page-parent = Waalid kale oo wadahadalka soo gala
come-what-handover = Waalidka ayaa wadahadalka gudihiisa lagu weydiinayaa, isagaana go'aansanaya. Wuxuu kaloo go'aansanayaa inta saaxiibka shaqadu ka akhrin karo wixii la qoray. Marka haa la yiraahdo, warqad ayaad u samayn kartaa saaxiibka shaqada.
come-what-beside = Tusaale ahaan inta aad maqan tahay. Waalidka ayaa wadahadalka gudihiisa lagu weydiinayaa, isagaana go'aansanaya. Wuxuu kaloo go'aansanayaa inta saaxiibka shaqadu ka akhrin karo wixii la qoray. Marka haa la yiraahdo, warqad ayaad u samayn kartaa saaxiibka shaqada.
come-what-parent = Qofka hore ugu jira ayaa wadahadalka gudihiisa lagu weydiinayaa, isagaana go'aansanaya. Wuxuu kaloo go'aansanayaa inta qofka cusubi ka akhrin karo wixii la qoray. Haddii kale, qof kasta mar walba wuxuu heli karaa wadahadal u gaar ah.
come-name = Waa kuma? (haddii aad rabto)
come-name-hint = Magaca koowaad waa ku filan yahay. Magacu su'aasha ayuu ku muuqdaa.
come-send = Weydii su'aasha
come-asked = Su'aasha waa la weydiiyay.
come-waits = Jawaab ayaa laga sugayaa { $names }.
come-back = Ka noqo su'aasha
come-back-question = Markaas jawaab dambe ma shaqaynayso, warqadda sugaysana waa la joojinayaa.
come-back-yes = Haa, ka noqo
come-question-handover = { $by } ayaa weydiinaya: { $who } halkan ma la wareegi karaa?
come-question-beside = { $by } ayaa weydiinaya: { $who } sidoo kale halkan ma ku jiri karaa?
come-question-parent = { $by } ayaa weydiinaya: { $who } sidoo kale wadahadalkan ma ku jiri karaa?
come-question-more = Adigaa go'aansanaya. Haddii aad maya tiraahdo waa caadi, waxna kuma gaarayaan. Waad beddeli kartaa ilaa uu qof yimaado.
come-question-all = Waalidiinta halkan ku jirta oo dhan ayaa la weydiinayaa. Dhammaantood waa inay haa yiraahdaan. Waxaa la raacayaa inta ugu yar ee qof doorto.
come-follows = Haddii ay haa tahay: intee buu { $who } ka akhrin karaa waxa aad qorteen?
come-follows-nothing = Waxba
come-follows-week = Toddobadii maalmood ee ugu dambeeyay
come-follows-all = Wax kasta
come-yes = Haa
come-no = Maya
come-said-yes = Waxaad tiri haa.
come-said-no = Waxaad tiri maya. Dhib ma laha.
come-mine-refused = Waxaad tiri maya.
come-mine-nothing = Waxaad tiri haa. Wixii hore loo qoray waxba lagama tusayo.
come-mine-week = Waxaad tiri haa. Waxaa la tusayaa toddobadii maalmood ee ugu dambeeyay.
come-mine-all = Waxaad tiri haa. Waxaa la tusayaa wixii la qoray oo dhan.
come-change = Beddel jawaabta
come-granted = Jawaabtu waa haa: { $who } wuu soo geli karaa.
come-granted-nothing = Wixii hore loo qoray waxba lagama tusayo.
come-granted-week = Waxaa la tusayaa toddobadii maalmood ee ugu dambeeyay.
come-granted-all = Waxaa la tusayaa wixii la qoray oo dhan.
come-make-slip = Warqadda u samee { $who }
come-slip-waits = Warqadda waa la sameeyay, waxayna sugaysaa in la isticmaalo.
come-refused = Jawaabtu waa maya, dhibna ma laha. Mar kale waxaad weydiin kartaa laga bilaabo { $day }.
come-not-agreed = Jawaabtu hadda haa ma aha. Dib u noqo oo eeg.
come-came = { $name } ayaa hadda ku jira. Wadahadalka waad ka bixi kartaa ama waad ku sii jiri kartaa.
come-stay = Ku sii jir
come-following = { $count ->
        [one] Hal farriin oo hore ayaa loo dirayaa qofka cusub.
       *[other] { $count } farriimood oo hore ayaa loo dirayaa qofka cusub.
    }
message-before = Hore loo qoray, waxaa soo gudbiyay { $by }
notice-you_joined_before = Hadda wadahadalka waad ku jirtaa. Waxa kore ku qoran waxaa la qoray intaanad iman, waadna akhrin kartaa.
act-come-ask-handover = { $actor } ayaa weydiinaya in { $who } halkan la wareego.
act-come-ask-beside = { $actor } ayaa weydiinaya in { $who } sidoo kale ku soo biiro.
act-come-ask-parent = { $actor } ayaa weydiinaya in { $who } sidoo kale wadahadalka ku soo biiro.
act-come-ask-back = { $actor } ayaa ka noqday su'aasha.
act-come-refused = { $actor } ayaa maya yiri. Dhib ma laha.
act-come-nothing = { $actor } ayaa haa yiri. Wixii hore loo qoray waxba lagama tusayo.
act-come-week = { $actor } ayaa haa yiri. Waxaa la tusayaa toddobadii maalmood ee ugu dambeeyay.
act-come-all = { $actor } ayaa haa yiri. Waxaa la tusayaa wixii la qoray oo dhan.
leave-title = Ka bax wadahadalka
leave-question = Ma ka baxaysaa wadahadalka? Waxaa adiga la'aantaa sii wada { $names }. Wax kasta oo wadahadalka ku jira qalabkan waa laga tirtirayaa.
leave-yes = Haa, ka bax
leave-going = Wadahadalka waad ka baxaysaa. Marka dadka kale loo sheego, wax kasta halkan waa laga tirtirayaa.
leave-done = Wadahadalka waad ka baxday. Halkan waa laga tirtiray.
slip-make-come = Warqadda waxaa loogu talagalay { $who }. Qofkaas oo keliya sii.
slip-make-first = Warqadda waxaa loogu talagalay waalidka aad la hadlayso.

## Away, and a conversation of one's own

away-go = Waan maqnaan doonaa …
away-section = Cidda maqan
away-title = Maqnaansho
away-what = Qofka aad la hadlayso wadahadalka korkiisa ayuu ku arkayaa. Iskeed ayay u dhammaanaysaa maalinta ugu dambaysa ka dib.
away-from = Maalinta koowaad
away-to = Maalinta ugu dambaysa
away-cover = Yaa jawaabaya inta aad maqan tahay?
away-cover-nobody = Cid gaar ah ma jirto
away-cover-ask = Ma rabtaa in saaxiib shaqo jawaabo inta aad maqan tahay? Marka hore waalidka weydii.
away-text = Dhawr eray (haddii aad rabto)
away-text-hint = Ugu badnaan { $count } xaraf.
away-save = Muuji inaan maqanahay
away-done = Hadda waa muuqataa inaad maqan tahay.
away-bad-missing = Dooro maalinta koowaad iyo tan ugu dambaysa labadaba.
away-bad-order = Maalinta ugu dambaysa waxay ka horraysaa tan koowaad. Midkood beddel.
away-bad-past = Maalinta koowaad way dhaaftay. Dooro maanta ama maalin ka dambaysa.
away-bad-far = Maalinta ugu dambaysa waxay ka fog tahay hal sano. Hubi sannadka.
away-bad-text = Erayadu waa inay noqdaan ugu badnaan { $count } xaraf.
away-note-now = { $name } ayaa maqan ilaa dhammaadka { $last }.
away-note-coming = { $name } ayaa maqan laga bilaabo { $first } ilaa dhammaadka { $last }.
away-mine-now = Waad maqan tahay ilaa dhammaadka { $last }.
away-mine-coming = Waad maqan tahay laga bilaabo { $first } ilaa dhammaadka { $last }.
away-cover-is = Muddadaas waxaa jawaabaya { $name }.
away-cover-me = Muddadaas adigaa jawaabaya.
away-end = Waan soo noqday
away-cancel = Ka saar
away-ended = Hadda ma muuqato inaad maqan tahay.
act-away = { $actor } ayaa maqan laga bilaabo { $first } ilaa { $last }.
act-away-cover = { $actor } ayaa maqan laga bilaabo { $first } ilaa { $last }. Muddadaas waxaa jawaabaya { $cover }.
act-away-back = { $actor } ayaa soo noqday.
own-section = Wadahadal gaar ah
own-ask = Waxaan rabaa wadahadal ii gaar ah
own-question = Mar walba waxaad heli kartaa wadahadal kuu gaar ah, oo adiga iyo taageeraha oo keliya ku jiraan. Waxaa la ogeysiinayaa { $names }. Telefoonnada waalidiinta kale kama muuqato.
own-yes = Haa, codso
own-asked = Waxaad codsatay wadahadal kuu gaar ah. Warqad waxaa wadahadalkan dibaddiisa kugu siinaya { $names }.
own-wish = { $name } ayaa raba wadahadal gaar ah.
own-outside = Waalidiinta kale tan ma arkaan.
own-start = Bilow wadahadal cusub
own-aside = Hadda maya
slip-make-own = Warqadda waxaa loogu talagalay { $name }. Qofkaas oo keliya tus, ama iyadoo daabacan sii. Ha ku dirin wadahadalka la wadaago, maxaa yeelay halkaas qof kale ayaa ka isticmaali kara.
act-quick-exit = { $actor } ayaa degdeg u baxay { $time }. Hadda ha wicin, hana u qorin. Sug ilaa { $actor } wax soo qoro.
act-own-ask = { $actor } ayaa raba wadahadal gaar ah.

## People and safety

people-title = Dadka iyo ammaanka
people-members = Dadka wadahadalka ku jira
people-you = { $name } (adiga)
people-devices = { $count ->
        [one] Hal qalab
       *[other] { $count } qalab
    }
people-lost = Warqad cusub u samee { $name } (telefoon cusub, ama qalab ka go'ay)
people-remove = Ka saar { $name }
people-remove-confirm = Ma laga saaraa { $name } wadahadalka? Qofkaasi ma akhrin karo waxa hadda ka dib la qoro.
people-remove-yes = Haa, ka saar
people-slips = Warqado aan la isticmaalin
people-slips-none = Warqad sugaysa ma jirto.
people-slip-row = { $role }, way shaqaynaysaa ilaa dhammaadka { $day }
people-slip-replaces = Telefoon cusub: { $name }
people-slip-revoke = Jooji
people-slip-revoke-label = Jooji warqadda { $number }
people-make-slip = Samee warqad
people-words-title = Erayada ammaanka
people-words = Isu akhriya erayada markaad kulantaan ama telefoonka ku hadlaysaan. Haddii erayadiinnu isku mid yihiin, cid kale kuma jirto.
    .easy = Isu akhriya erayada. Haddii ay isku mid yihiin, waa ammaan.
people-rename = Magaca wadahadalka
people-rename-hint = Adiga keliya ayaa arka.

## Making a slip

slip-make-title = Samee warqad
slip-make-replace = Warqad cusub oo { $name } loogu talagalay. Haddii telefoon kale lagu isticmaalo, kii hore waa la xirayaa.
slip-make-form = Sidee warqadda loo dhiibayaa?
slip-make-qr = Tus ama daabac koodka QR
slip-make-typed = Kood gaaban oo la akhrin karo lana qori karo
slip-make-days = Ilaa goorma ayay shaqaynaysaa?
slip-days = { $days ->
        [one] Hal maalin
       *[other] { $days } maalmood
    }
slip-make-submit = Samee warqadda
slip-once-title = Warqaddu waa diyaar
slip-once = Warqadda hadda oo keliya ayaa la arki karaa. Daabac, tus ama qoro intaanad xirin.
slip-print-heading = Warqaddaada: { $org }
slip-print-staff = Warqad: { $role }, { $org }
slip-qr = Koodka QR ee warqadda fura
slip-step-qr = Kaamirada telefoonka ku jeedi sanduuqa oo fur linkiga.
slip-step-address = Fur biraawsarka oo qor cinwaanka:
slip-step-code = Qor koodka:
slip-step-name = Dooro magaca laguugu yeero iyo PIN. Ka dib markiiba waad qori kartaa.
slip-expires = Way shaqaynaysaa ilaa dhammaadka { $day }. Hal mar oo keliya ayaa la isticmaali karaa.
slip-private = Sii oo keliya qofka loogu talagalay. Qofkii isticmaala wadahadalka ayuu soo galayaa.
slip-code-label = Kood

## Coordinator

staff-title = Warqadaha shaqaalaha
staff-intro = Saaxiib shaqo oo cusub kasta wuxuu helayaa warqad u gaar ah. Weligaa ma arkaysid waxa ay dadku qoraan, waxaad arkaysaa oo keliya in warqadda la sameeyay.
staff-role = Waa doorkee?

## Assignments

work-title = Hawlo
work-intro = Halkan waxaad ka arkaysaa waxa la qabanayo iyo waxa dib u dhacay. Weligaa ma arkaysid waxa ay dadku qoraan ama inta jeer ee ay qoraan.
work-new = Hawl cusub
work-none = Hadda hawl ma jirto.
work-late = Dib u dhacay
work-open = La qabanayo
work-over = La dhammeeyay labadii toddobaad ee ugu dambeeyay
work-mine = Hawlahaaga
work-nobodys = Weli cidna
work-label = Hawsha maxaa loo bixinayaa?
work-label-hint = Qor eray aad garan karto, tusaale ahaan "Qoys 12". Ha qorin magac, cinwaan ama lambarka waalidka.
work-holder = Yaa hawsha qaadanaya?
work-holder-choice = { $count ->
        [0] { $name } (hadda hawl ma hayo)
        [one] { $name } (hadda hal hawl)
       *[other] { $name } (hadda { $count } hawlood)
    }
work-due-label = Xiriirka koowaad ugu dambayn
work-today = maanta, { $day }
work-usual = { $day } (maalinta shaqo ee xigta)
work-usual-within = { $day } ({ $count } maalmood oo shaqo gudahood)
work-programme = Taageero noocee ah?
work-make = Samee hawsha
work-made = Hawsha waa la sameeyay.
work-saved = Waa la kaydiyay.
work-give = U dhiib hawsha
work-withdraw = Ka saar hawsha
work-withdraw-question = Hawshu waxay dhammaanaysaa iyada oo aan la xiriirin. Dib looma soo celin karo.
work-kept = Hawsha gebi ahaan waa la illoobayaa laba toddobaad ka dib markay dhammaato.
work-gone = Hawshu hadda halkan kuma jirto.
work-due-today = Xiriirka koowaad ugu dambayn maanta
work-due = Xiriirka koowaad ugu dambayn { $day }
work-due-missed = Dib u dhacay: waxay ahayd in la dhammeeyo { $day }
work-state-in-time = Waqtigii ayaa lala xiriiray, { $day }
work-state-too-late = Maalintii ka dib ayaa lala xiriiray, { $day }
work-state-not_carried_out = Ma dhicin, { $day }
work-state-withdrawn = Waa laga saaray { $day }
work-how = Sidee bay ku dhammaatay?
work-how-hint = Isku-duwuhu jawaabtan oo keliya ayuu arkaa. Ma arko waxa aad ka wada hadasheen.
work-contacted = Waan la xiriiray
work-not-carried-out = Lalama xiriirin
work-why-declined = Waalidku ma rabin
work-why-not-reached = Waalidka waan heli waayay
work-why-other = Wax kale
work-undo-until = Badhan khaldan ma riixday? Waad ka noqon kartaa ilaa { $time }.
work-undo = Ka noqo
work-new-circle = Hawsha u bilow wadahadal
work-open-circle = Fur wadahadalka
talk-title = Taageero adiga kuu ah
talk-intro = Codso in yar oo aad la hadasho isku-duwahaaga. Isku-duwuhu wuxuu arkaa oo keliya inaad rabto inaad hadasho.
talk-ask = Waxaan rabaa inaan la hadlo isku-duwaha
talk-asked = Waxaad codsatay inaad la hadasho isku-duwaha, { $day }.
talk-take-back = Hadda looma baahna
colleagues-title = Saaxiibbada shaqada
colleagues-talks = { $count ->
        [one] Hal qof ayaa raba inuu hadlo
       *[other] { $count } qof ayaa raba inay hadlaan
    }
colleagues-new = Saaxiib shaqo oo cusub
colleague-unnamed = Saaxiib shaqo oo aan magac lahayn
colleague-name = Waa maxay magaca saaxiibka shaqada?
colleague-name-hint = Isku-duwayaasha xafiiskaaga oo keliya ayaa magaca arka.
colleague-talk = Wuxuu rabaa inuu kula hadlo tan iyo { $day }
colleague-talk-had = Waan wada hadalnay
colleague-remove = Saaxiibka shaqadu wuu tagayaa
colleague-remove-question = Hadda laga bilaabo ma soo geli karo { $name }. Wadahadallada waa lagu sheegayaa inuu shaqada ka tagay. Hawlaha furan cid kale ayaa qaadan karta, warqadaha aan cidna isticmaalinna ma shaqaynayaan. Dib looma soo celin karo.
colleague-remove-yes = Haa, hadda jooji
colleague-removed = Hadda ma soo geli karo { $name }.
colleague-gone = Saaxiibkan shaqo hadda ma jiro.

## The queue and the posters

queue-title = Safka
queue-none = Hadda cidna ma sugayso.
queue-waiting = { $count ->
        [one] Hal qof ayaa sugaya, tan iyo { $day }.
       *[other] { $count } qof ayaa sugaya. Kii ugu horreeyay wuxuu yimid { $day }.
    }
queue-take = Qaabil qofka xiga
queue-taking = Wadahadalka waa la diyaarinayaa …
queue-taken = Waxaad qaabishay qofkii safka ugu horreeyay.
queue-quicker = Saaxiib shaqo ayaa kaa dhaqsaday, ama cid dambe ma sugayso. Wax kale lagaama rabo.
queue-left = Qofkii sugayay sugitaanka wuu joojiyay. Wadahadalkii la diyaariyay waa la tirtiray.
queue-lacks = { $count ->
        [one] Hal qof ayaa ku yimid boorka { $mark }, oo aan qalabkan ku jirin. Ku dar si aad u qaabili karto.
       *[other] { $count } qof ayaa ku yimid boorka { $mark }, oo aan qalabkan ku jirin. Ku dar si aad u qaabili karto.
    }
poster-add = Ku dar boor
poster-add-why = Koodka boorka ayaad ku qaabili kartaa dadka ku yimaada. Server-ku koodka ma hayo, sidaas darteed qalabkaaga ayaa looga baahan yahay. Boorka kaamirada ku akhri ama koodka qor, hal mar.
poster-code = Koodka boorka
poster-add-submit = Ku dar boorka
poster-added = Boorka waa la ku daray.
posters-title = Boorar
posters-intro = Dad badan ayaa hal boor isticmaali kara. Qofkii furaa wuxuu doortaa cidda uu la hadlayo, safkeeda ayuuna galaa. Waxaad arkaysaa inta sugaysa, weligaase ma arkaysid cidda ay yihiin ama waxa ay qoraan.
posters-live = Boorarka shaqeeya
posters-safety = Boorka qof kasta ayaa arki kara. Qofka aad hore u kulanteen waxaa ka wanaagsan inaad siiso warqad u gaar ah. Halkan waxaa ka muuqda boorarka lagu sameeyay qalabkan.
poster-named = Boorka { $mark }
poster-until = Wuu shaqaynayaa ilaa dhammaadka { $day }
poster-new = Boor cusub
poster-days = Ilaa goorma ayuu shaqaynayaa?
poster-words = Erayo aad adigu boorka ku qorto (haddii aad rabto)
poster-words-hint = Hal sadar, tusaale ahaan magaca xafiiska. Ha qorin wax dhibi kara qofka boorka sawirta.
poster-make = Samee boorka
poster-what = Daabac oo meel ku dheji. Saaxiibbadaada shaqada ee jawaaba hal mar ayay app-kooda ku akhriyaan. Wuu shaqaynayaa ilaa dhammaadka { $day }.
poster-paper-title = Ma rabtaa qof aad wax u qorto?
poster-paper-what = Adigaa dooranaya cidda aad la hadlayso iyo magaca laguugu yeero. Waa lacag la'aan.
poster-qr = Koodka QR ee boorka fura
poster-paper-typed = Kaamiro la'aan: fur biraawsarka oo qor cinwaanka
poster-revoke = Jooji boorka
poster-revoke-question = Qof cusub boorka kuma soo geli karo. Kuwa hore u sugayay way sii joogayaan. Ka soo deji meesha uu ku dheggan yahay.
poster-revoke-yes = Haa, jooji
poster-revoked = Boorku hadda ma shaqaynayo.
poster-gone = Boorku hadda ma jiro.

# The safe line between coordinator and supporter, and contact details
line-title = Khadka ammaanka ah ee xogta xiriirka
line-what = Khadkan waxaad { $name } ku siin kartaa xogta xiriirka ee waalid. Labadiinna oo keliya ayaa akhrin kara. Server-ku ma akhrin karo.
line-state-none = Weli khadku ma jiro. Samee warqad uu saaxiibka shaqadu app-kiisa ku furo.
line-state-waiting = Warqadda waa la sameeyay. Weli ma furin { $name }.
line-state-ready = Khadku waa diyaar: { $name } ayaa ku jira.
line-state-lost = Qalabkani wuu ka go'ay khadka. Samee warqad cusub, khad cusub ayaa samaysmaya.
line-slip = Khadka warqad u samee
line-slip-again = Samee warqad cusub
line-slip-what = Warqadda waxaa loogu talagalay { $name }. Tus markaad kulantaan. Waxaa lagu furayaa app-ka uu { $name } hore u galay.
line-ready-already = { $name } ayaa hore ugu jira. Warqad cusub looma baahna.
line-open = Tus khadka
line-mine = Khadka { $name }
line-paper = Warqad, { $name }: khad ammaan ah
line-paper-step = Fur app-ka aad hore u gashay, qufulkana fur. Riix "Ku dar warqad". Sanduuqa kaamirada ku akhri ama koodka qor.
line-joined = Khadku waa diyaar.
line-page-coordinator = Halkan waxaa mara xogta xiriirka ee hawlaha oo keliya. Cidna halkan wax kuma qorto, waxna lama tiriyo.
line-page-supporter = Halkan isku-duwahaagu wuxuu ku siinayaa xogta xiriirka ee hawlahaaga. Cidna halkan wax kuma qorto, waxna lama tiriyo.
line-lost-supporter = Qalabkani wuu ka go'ay khadka. Isku-duwahaaga weydiiso warqad cusub, ka dib khadkan ka saar.
line-doubt = Khadku furayaal cusub ayuu helayaa. Waxa sugaya dhowaan ayaa la dirayaa.
line-members = Dadka khadka ku jira
line-notices = Waxa dhacay
line-drop = Ka saar khadka
line-drop-question = Xog xiriir oo cusub jidkan ma mari karto. Wixii saaxiibka shaqadu hore u helay way sii yaallaan ilaa hawsha la illoobo. Haddii aad rabto inay baaba'aan: marka hore xogta dib u qaado.
line-drop-question-supporter = Xog xiriir oo cusub jidkan kuma iman karto. Wixii aad hore u heshay way sii yaallaan ilaa hawsha la illoobo.
line-drop-yes = Haa, ka saar
line-dropped = Khadka waa laga saaray.
details-title = Xogta xiriirka
details-label = Sidee waalidka lagu helaa?
details-hint = Tusaale ahaan magac iyo telefoon, lambarka sadar gaar ah ku qor. Waxaa akhrin kara oo keliya { $name }. Server-ku ma akhrin karo. Ugu badnaan { $count } xaraf.
details-hint-nobody = Hawsha cidna ma hayso, sidaas darteed xogtu qalabkan oo keliya ayay ku jirtaa. Ugu badnaan { $count } xaraf.
details-save = Kaydi oo dhiib
details-take-back = Dib u qaado xogta
details-taken-back = Xogta dib ayaa loo qaatay.
details-kept = Xogtu qalabkan oo keliya ayay ku jirtaa. Cid kale ma helin.
details-waiting = Xogtu waxay sugaysaa in loo diro { $name }.
details-given = Xogta waxaa la siiyay { $name }.
details-no-line = Adiga iyo { $name } weli khad ammaan ah ma lihidin. Mid samee, ka dib xogta xiriirka waad dhiibi kartaa.
details-to-line = U gudub khadka
details-no-holder = Marka hore hawsha qof u dhiib. Ka dib xogta xiriirka waad qori kartaa.
details-too-long = Qoraalku waa dheer yahay. Ugu badnaan { $count } xaraf.
details-call = Wac { $number }
details-shown-hint = Adiga iyo isku-duwahaaga oo keliya ayaa tan akhrin kara. Halkan waxay ka baxaysaa laba toddobaad ka dib markii hawshu dhammaatay, ama marka isku-duwuhu dib u qaato.
details-offline = Hawlahaaga weli lama soo dejin. Intan weli qalabka ayay ku jirtaa.

## Project lead

release-title = Xiriirrada oo tirooyin ah
release-none = Weli muddo lama shaacin.
release-none-why = Tirooyinka waxaa la shaaciyaa marka muddo dhammaato, waxayna ku salaysan yihiin waalidiin badan si aan qofna loo garan.
release-choose = Muddo
release-period-span = { $first } ilaa { $last }
release-period-half_year = Nus sano: { $first } ilaa { $last }
release-period-year = Sano: { $first } ilaa { $last }
release-loading = Tirooyinka waa la soo dejinayaa …
release-chart = Jaantus
release-chart-label = Tirada nooc kasta oo xiriir ah
release-table = Jadwal
release-org = Xafiis
release-kind = Nooca xiriirka
release-count = Tirada xiriirrada
release-all = Isku dar
release-total = Dhammaan noocyada
release-all-orgs = Dhammaan xafiisyada
release-org-municipality = Degmo
release-org-association = Urur
release-persons = Tirada waalidiinta
release-occasions = Inta jeer
release-withheld-none = Muddadan waxba lagama reebin.
release-withheld = Waxa aan la tusin, iyo sababta
release-definitions = Macnaha erayada
release-rule = Xeerka shaacinta
release-rule-text = Tiro waxaa la tusaa oo keliya marka ay ku salaysan tahay ugu yaraan { $k } waalid.
release-rounding = Tirooyinka waxaa loo dhaweeyay { $step }-ta ugu dhow.
release-exact = Tirooyinku waa sax.
release-unreadable = Tirooyinku way jiraan laakiin halkan laguma tusi karo. Soo deji faylka.
release-persons-title = Waalidiinta kala duwan muddada oo dhan
release-outcomes = Natiijada taageerada
release-outcome = Jawaab
release-outcome-count = Tiro
counted-first_contact = Xiriirka koowaad
counted-first_contact-in_time = Waqtigii
counted-first_contact-late = Waqtigii ka dib
counted-first_contact-not_carried_out = Hawshu ma dhicin
counted-closing = Sida taageeradu ku dhammaatay
counted-conversations = Wadahadallada taageero kasta
counted-conversations-none = Wadahadal ma jiro
counted-conversations-few = 1–2 wadahadal
counted-conversations-some = 3–5 wadahadal
counted-conversations-many = 6 wadahadal ama ka badan
counted-daily_week = Toddobaadyo xiriir maalinle ah leh
counted-wellbeing_first = Sida waalidku bilowgii ahaa
counted-wellbeing_last = Sida waalidku dhammaadkii ahaa
counted-experience = Sida taageeradu waalidka ula ahayd
release-csv = Soo deji CSV
release-json = Soo deji JSON

# One period
release-view = Tus
release-view-one = Hal muddo
release-view-time = Waqti ahaan
release-withheld-none-contacts = Xiriirrada waxba lagama reebin.
release-withheld-organisation_and_contact = Lama tusayo tirada xiriirrada ee xafiis iyo nooc labadaba loo kala qaybiyay.
release-withheld-contact = Lama tusayo tirada xiriirrada ee nooc loo kala qaybiyay.
release-withheld-organisation = Lama tusayo tirada xiriirrada ee xafiis loo kala qaybiyay.
release-withheld-total = Lama tusayo isku darka tirada xiriirrada.
release-nothing = Muddadan lama tusayo tirada xiriirrada.
release-outcomes-hidden = Muddadan tan lama tusayo:
release-why-span = Sababta: koox ayaa ku salaysan wax ka yar { $k } waalid.
release-why-half_year = Sababta: koox ayaa ku salaysan wax ka yar { $k } waalid, ama tiradu waxay kashifi lahayd wixii muddo ka gaaban reebtay.
release-why-year = Sababta: koox ayaa ku salaysan wax ka yar { $k } waalid, ama tiradu waxay kashifi lahayd wixii muddo ka gaaban reebtay.
release-why-hidden-span = Sababta: wax ka yar { $k } waalid, ama cidna. Wixii la tiriyay waxay sugayaan nuska sano iyo sannadka.
release-why-hidden-half_year = Sababta: wax ka yar { $k } waalid, ama cidna, ama tiradu waxay kashifi lahayd wixii muddo ka gaaban reebtay. Wixii la tiriyay waxay sugayaan sannadka.
release-why-hidden-year = Sababta: wax ka yar { $k } waalid, ama cidna, ama tiradu waxay kashifi lahayd wixii muddo ka gaaban reebtay.

# Periods one after the other
times-scope = Muddooyinka la tusayo
times-scope-span = Muddooyin
times-scope-half_year = Nus sano
times-scope-year = Sannado
times-loading = Muddooyinka waa la soo dejinayaa …
times-period = Muddo
times-few = Weli hal muddo oo keliya ayaa jirta. Marka ay bataan, halkan ayay isugu xigayaan.
times-totals = Isku dar
times-kinds = Xiriirrada, nooc ahaan
times-orgs = Xiriirrada, xafiis ahaan
times-caption = Isla tirooyinkan waxay ku jiraan jadwalka jaantuska ka hooseeya.
times-no-columns = Muddooyinka midna sidan uma kala qaybiso xiriirrada.
times-withheld = la reebay
times-missing = maqan
times-unreadable = faylka oo keliya
times-note-withheld = La reebay macnaheedu waa in tiradu jirto laakiin aan la tusin, si aan qofna loo garan. Eber macnaheedu ma aha.
times-note-missing = Maqan macnaheedu waa in waqtigaas aan waxba laga shaacin. Eber macnaheedu ma aha.
times-note-unreadable = Faylka oo keliya macnaheedu waa in tirooyinka muddada aan halkan lagu tusi karin. Soo deji faylka muddada.
times-note-sum = ≈ waxay hor taagan tahay isku darka tirooyin la dhaweeyay. Tirada saxda ahi way ka duwanaan kartaa.
times-note-length = Muddooyinku isku dherer ma aha. Si taxaddar leh u barbardhig.
times-note-older = Muddooyinka kuwan ka hor lama tusayo. Mid mid ayaa loo dooran karaa.
times-never = Laguma tirin muddooyinka la tusayo midna: { $list }.
times-chart-failed = Jaantuska lama soo dejin karin. Tirooyinku jadwalka ayay ku jiraan.

# Text for a report. A count is never one: every number rests on several parents.
report-title = Qoraal warbixin
report-hint = Koobiyee qoraalka, ama calaamadee qaybta aad u baahan tahay.
report-copy = Koobiyee qoraalka
report-copied = Qoraalka waa la koobiyeeyay.
report-copy-failed = Lama koobiyeyn karin. Qoraalka waa la calaamadeeyay, si aad adigu u koobiyeyn karto.
report-contacts-span = Muddadii { $first } ilaa { $last }, { $persons } waalid ayaa taageerada la xiriiray, { $occasions } jeer. Isku dar ahaan waxaa la tiriyay { $contacts } xiriir.
report-contacts-half_year = Nuska sano ee { $first } ilaa { $last }, { $persons } waalid ayaa taageerada la xiriiray, { $occasions } jeer. Isku dar ahaan waxaa la tiriyay { $contacts } xiriir.
report-contacts-year = Sannadkii { $first } ilaa { $last }, { $persons } waalid ayaa taageerada la xiriiray, { $occasions } jeer. Isku dar ahaan waxaa la tiriyay { $contacts } xiriir.
report-hidden-span = Lama tusayo tirada xiriirrada muddadii { $first } ilaa { $last }.
report-hidden-half_year = Lama tusayo tirada xiriirrada nuska sano ee { $first } ilaa { $last }.
report-hidden-year = Lama tusayo tirada xiriirrada sannadkii { $first } ilaa { $last }.
report-item = { $count } { $kind }
report-kind-dialogue = maalmood oo farriimo leh
report-kind-email = is-dhaafsi iimayl
report-kind-phone = wicitaan telefoon
report-kind-call = wicitaan app-ka ah
report-kind-visit = booqasho
report-kind-meeting = kulan la wada tagay
report-kind-group = kulan kooxeed
report-kinds = Xiriirradu waxay ahaayeen { $list }.
report-kinds-municipality = Xiriirrada degmadu waxay ahaayeen { $list }.
report-kinds-association = Xiriirrada ururku waxay ahaayeen { $list }.
report-kinds-none-municipality = Degmadu xiriir ma yeelan.
report-kinds-none-association = Ururku xiriir ma yeelan.
report-none = Midna lama tirin: { $list }.
report-org-municipality = Degmadu waxay { $contacts } xiriir la yeelatay { $persons } waalid, { $occasions } jeer.
report-org-association = Ururku wuxuu { $contacts } xiriir la yeeshay { $persons } waalid, { $occasions } jeer.
report-persons = { $municipality } waalid ayaa la xiriiray degmada, { $association } waalidna ururka. Waalid labadaba wuu la xiriiri karay.
report-outcome-first_contact = { $count } hawlood waxay ku saabsanaayeen xiriir koowaad, waxayna khuseeyeen { $persons } waalid.
report-outcome-closing = { $count } taageero ayaa la dhammeeyay, waxayna khuseeyeen { $persons } waalid.
report-outcome-conversations = { $count } taageero oo la dhammeeyay ayaa laga tiriyay inta wadahadal ee la yeeshay, waxayna khuseeyeen { $persons } waalid.
report-outcome-daily_week = { $count } toddobaad ayaa waalid maalin kasta xiriir lahaa. Waxay khusaysay { $persons } waalid.
report-outcome-wellbeing_first = { $persons } waalid ayaa sheegay sida ay ahaayeen wadahadalkii koowaad, { $count } jawaabood.
report-outcome-wellbeing_last = { $persons } waalid ayaa sheegay sida ay ahaayeen wadahadalkii ugu dambeeyay, { $count } jawaabood.
report-outcome-experience = { $persons } waalid ayaa sheegay sida taageeradu ula ahayd, { $count } jawaabood.
report-value = { $name } ({ $count })
report-between = {"; "}
report-values = Sidan ayay u kala qaybsameen: { $list }.
report-values-of = { $org }: { $list }.
report-quoted = "{ $name }"
report-coarse = Kuwan waxaa lagu tusayaa qaybo ka waaweyn sidii loo tiriyay: { $list }.
report-outcomes-hidden = Kuwan lama tusayo: { $list }.
report-meaning = Hal jeer waa hal waalid oo hal maalin yeeshay ugu yaraan hal xiriir. Maalin farriimo leh waa hal xiriir, inta farriimood ee ay doonto ha ahaatee.
report-meaning-both = Waalid isku maalin dhawr xiriir ayuu yeelan karaa. Xiriir labada waalid lala yeesho waa hal xiriir laakiin waa laba jeer.
report-meaning-why = Sidaas darteed tirada xiriirradu ({ $contacts }) way ka duwan tahay inta jeer ({ $occasions }).
report-rounding = Sidaas darteed isku darka qaybuhu wuu ka duwanaan karaa wadarta.
report-source = Xigasho: Bredvid, shaacinta lambarka { $id }.

## Help

help-title = Caawimaad
help-now = Haddii ay degdeg tahay
help-112 = Haddii naf ama ilmo halis ku jiraan: wac 112
help-1177 = Talo caafimaad habeen iyo maalin: wac 1177
help-social = Gurmadka adeegga bulshada (socialjouren) fiidkii, habeenkii iyo dhammaadka toddobaadka: wac 112 oo weydiiso socialjouren, ama lambarka ka raadi bogga internetka ee degmada.
    .easy = Ma u baahan tahay adeegga bulshada fiidkii ama habeenkii? Wac 112. Weydiiso socialjouren.
help-exit-title = Degdeg u bax
help-exit = Badhanku farriimaha wuu qufulaa, wuxuuna tusaa liis wax iibsi oo caadi ah. Haddii Shift saddex jeer la riixo waa isku mid.
    .easy = Riix Degdeg u bax. Markaas wax kasta waa la qufulayaa. Waxaad arkaysaa liis wax iibsi.
help-exit-cannot = Ma qarin karo in bogga la furay: cinwaanku wuxuu ku hari karaa taariikhda biraawsarka. Qofkii barnaamij basaas ah telefoonka ku haystaana wuu arkaa waxa aad samaynayso. Wixii aad telefoonka ku kaydsatayna way ku hari karaan.
    .easy = Bogga weli waxaa laga arki karaa taariikhda biraawsarka.
help-install-title = Ku dar shaashadda guriga
help-install = Liiska biraawsarka ka dooro "Ku dar shaashadda guriga". Markaas magaceedu waa Anteckningar (qoraallo), astaanteeduna waa mid caadi ah.
help-limits-title = Waxa aan la ilaalin karin

## Settings

settings-title = Dejinta
settings-name = Magacaagu waa { $name }
settings-lock = Hadda quful
settings-forget-title = Tirtir
settings-forget-text = Tirtir wax kasta oo qalabkan ku jira, tusaale ahaan intaanad telefoonka cid siin. Si aad u soo noqoto warqad cusub ayaad u baahan tahay.
    .easy = Telefoonka ma iska dhiibaysaa? Marka hore tirtir wax kasta oo halkan ku jira.

## When something goes wrong. What follows “problem-” is the error code.

problem-unknown = Wax baa khaldamay. In yar ka dib isku day mar kale. ({ $code })
problem-offline = Server-ka lama heli karo. Hubi internetka oo isku day mar kale.
problem-storage_failed = Qalabkan laguma kaydin karin. Xasuustiisu ma buuxdaa?
problem-storage_evicted = Biraawsarku wuu tirtiray wixii halkan ku kaydsanaa. Warqad cusub weydiiso, waadna sii wadi kartaan.
problem-crypto_failed = Furayaasha lama isticmaali karin. Bogga xir oo mar kale fur.
problem-text_too_long = Farriintu way dheer tahay. Laba u kala qaybi.
problem-text_empty = Marka hore wax qor.
problem-name_bad = Qor magac, ugu badnaan 40 xaraf.
problem-pin_bad = PIN-ku waa inuu noqdaa lix lambar, ama weedh sir ah oo leh ugu yaraan siddeed xaraf.
problem-clock_wrong = Saacadda qalabkan waa khalad. Sax oo isku day mar kale.
problem-bad_frame = Server-ku ma fahmin. Bogga dib u fur oo isku day mar kale.
problem-frame_too_large = Aad bay u weyn tahay, lama diri karo.
problem-unknown_frame = Server-ku ma fahmin. Bogga dib u fur oo isku day mar kale.
problem-not_now = Hadda suurtagal ma aha. In yar ka dib isku day mar kale.
problem-too_many = Isku dayo badan ayaa la sameeyay. In yar sug oo isku day mar kale.
problem-internal = Wax baa ka khaldamay server-ka. Waxba isma beddelin. In yar ka dib isku day mar kale.
problem-storage_full = Server-ku waa buuxaa. Waxa aad qorto halkan ayay ku kaydsanayaan, mar dambe ayaana la dirayaa.
problem-shutting_down = Server-ku dib ayuu u bilaabmayaa. In yar ka dib iskiis ayuu u sii soconayaa.
problem-login_failed = Server-ku ma garanayo qalabkan. Warqad cusub weydiiso.
problem-not_allowed = Tani adiga kuuma furna.
problem-passkey_bad = Furaha gelitaanku ma shaqayn. Isku day mar kale.
problem-passkey_unsuited = Furahaasi kuma filna. Qalabku waa inuu garan karaa inaad adiga tahay: sawirka farta, wejiga ama kood.
problem-session_ended = Waad ka baxday. Mar kale gal.
problem-passkey_cancelled = Markan ma dhicin. Isku day mar kale markaad rabto.
problem-passkey_none = Qalabkan ama biraawsarkan ma isticmaali karo furayaasha gelitaanka. Daar qufulka shaashadda, ama isticmaal qalab kale.
problem-passkey_forbidden = Biraawsarku cinwaankan kuma oggola furayaasha gelitaanka. U sheeg qofka adeegga maamula.
problem-device_exists = Qalabkan hore ayaa loo diiwaangeliyay.
problem-slip_unknown = Warqadda lama heli karo. Qayb kasta oo koodka ah la barbardhig warqadda.
problem-slip_used = Warqadda hore ayaa loo isticmaalay. Mid cusub weydiiso.
problem-slip_expired = Waqtigii warqaddu wuu dhammaaday. Mid cusub weydiiso.
problem-slip_selector_taken = Warqadda lama samayn karin. Mar kale isku day.
problem-slip_limit = Wadahadalku wuxuu leeyahay inta warqadood ee loo oggol yahay. Jooji mid aan loo baahnayn.
problem-slip_mistyped = Qayb koodka ka mid ah sax uma eka.
problem-slip_stale = Warqadda hadda waa la cusboonaysiinayaa. In yar ka dib isku day mar kale.
problem-door_limit = Intaas oo boor isku mar ma shaqayn karaan. Jooji mid aan loo baahnayn.
problem-door_day_limit = Maanta dad badan ayaa boorka ku yimid, qof kale lama qaabili karo. Berri isku day.
problem-queue_empty = Hadda cidna ma sugayso, ama saaxiib shaqo ayaa kaa dhaqsaday.
problem-not_waiting = Meesha safka ma jirto, ama hadda qof ayaa qaabilaya.
problem-queue_full = Dad badan ayaa halkaas ku sugaya, safkuna waa buuxaa. Dooro cid kale, ama berri isku day.
problem-slip_is_door = Kani waa boor. Waxaa loogu talagalay qof cusub. Adigu hore ayaad ugu jirtaa.
problem-not_a_door = Kani boor ma aha. Warqad waxaa lagu daraa bogga warqadaha.
problem-bad_expiry = Warqad waxay shaqayn kartaa hal ilaa soddon maalmood, boorna ugu badnaan 400 oo maalmood.
problem-circle_unknown = Wadahadalka lama heli karo.
problem-circle_exists = Wadahadalku hore ayuu u jiray.
problem-not_a_member = Qalabkani hadda wadahadalka kuma jiro.
problem-epoch_stale = Wadahadalku wuu isbeddelay. In yar ka dib iskiis ayuu u sii soconayaa.
problem-ack_beyond_head = Server-ku waqtiga dib ayuu u noqday. U sheeg qofka maamula.
problem-circle_full = Wadahadalku wuxuu leeyahay inta qalab ee loo oggol yahay.
problem-mailbox_full = Wax badan ayaa wadahadalka ku sugaya. Waxa aad qorto halkan ayay ku kaydsanayaan, mar dambe ayaana la dirayaa.
problem-tally_limit = Intaas oo xiriir hal maalin laguma tirin karo. Qalabkan ayay ku jiraan, berrina waa la tirinayaa.
problem-organisation_full = Xafiisku waa buuxaa, dad kale meel uma bannaana. U sheeg qofka adeegga maamula.
problem-circle_limit = Intaas oo wadahadal hal maalin laguma furi karo. Berri sii wad.
problem-slip_day_limit = Intaas oo warqadood hal maalin laguma samayn karo. Berri sii wad.
problem-staff_slip_limit = Xafiisku wuxuu leeyahay inta warqadood ee shaqaale ee loo oggol yahay. Mid jooji, ama sug ilaa mid la isticmaalo.
problem-span_closed = Muddadu way dhammaatay.
problem-bad_contact = Noocaas xiriir ah lama tirin karo.
problem-release_unknown = Muddadaasi ma jirto.
problem-pin_wrong = PIN-ku waa khalad.
problem-share_destroyed = PIN-ka marar badan ayaa la khalday. Warqad cusub weydiiso.
problem-mls_malformed = Farriin ayaa la akhrin waayay.
problem-mls_wrong_group = Farriin waxay ka tirsanayd wadahadal kale, lamana tusayo.
problem-mls_wrong_epoch = Farriin aad bay u daahday, lamana akhrin karo.
problem-mls_bad_signature = Farriin kama iman cidda ay sheegtay, lamana tusayo.
problem-bad_label = Magac ku qor hal sadar, ugu badnaan 40 xaraf.
problem-bad_due = Maalintu waa inay u dhaxayso maanta iyo lixdan maalmood ka dib.
problem-staff_unknown = Saaxiibka shaqadu hadda xafiiskaaga kuma jiro.
problem-assignment_unknown = Hawshu hadda halkan kuma jirto. Waxaa laga yaabaa in qof kale la siiyay.
problem-assignment_exists = Hawshu hore ayay u jirtay. Mar kale isku day.
problem-assignment_over = Hawshu hore ayay u dhammaatay.
problem-assignment_limit = Intaas oo hawlood isku mar ma qaadi karo. Ka saar kuwa aan la qabanayn.
problem-staff_limit = Saaxiibbo shaqo oo kale meel uma bannaana. Caawimaad weydiiso qofka server-ka maamula.
problem-mls_decrypt_failed = Farriin ayaa la akhrin waayay.
problem-mls_replayed = Farriin laba jeer ayay timid, hal mar ayaana la tusayaa.
problem-mls_refused = Qof ayaa isku dayay inuu wadahadalka u beddelo si aan la oggolayn. Waa la joojiyay.
problem-join_failed = Warqaddu wadahadalkan kuma habboona. Mid cusub weydiiso.
problem-state_bad = Wixii kaydsanaa lama akhrin karo. Warqad cusub weydiiso, waadna sii wadi kartaan.
problem-state_rolled_back = Furayaasha waa la cusboonaysiinayaa. In yar ka dib isku day mar kale.
problem-thread_lost = Qalabkani wuu ka go'ay wadahadalka. Warqad cusub weydiiso, wuuna sii soconayaa.
problem-content_unknown = Farriin waxay u baahan tahay nooc cusub. Bogga dib u fur.

## Staff: passkeys

passkey-create-title = Samee furaha gelitaanka
passkey-create-text = Qofka halkan ka shaqeeya wuxuu ku galaa furaha gelitaanka. Markaas waa la hubaa inaad adiga tahay, xitaa haddii qof kale qalabka helo.
passkey-create-hint = Qalabku wuxuu ku weydiinayaa sawirka fartaada, wejigaaga ama koodka qalabka. Kuwaasi weligood qalabka kama baxaan.
passkey-create = Samee furaha gelitaanka
passkey-title = Gal
passkey-text = Ku muuji furaha gelitaanka inaad adiga tahay.
passkey-ended-title = Waad ka baxday
passkey-ended-text = Muddo app-ka lama isticmaalin, ama maalintii shaqadu way dhammaatay. Waxa aad qortay way sii jiraan.
passkey-sign-in = Gal
passkey-busy = Qalabka ayaa la sugayaa …
passkey-lost = Furaha gelitaanka ma lumisay? Isku-duwahaaga weydiiso warqad shaqaale oo cusub.

## Attachments

problem-attachment_gone = Lifaaqa hadda lama hayo. Weydii qofkii diray inuu mar kale diro.
problem-attachment_room = Hadda lifaaqyo kale meel uma bannaana. Mar dambe isku day.
problem-attachment_incomplete = Lifaaqu weli dhammaan ma soo gaarin. In yar ka dib isku day mar kale.
problem-attachment_mismatch = Lifaaqu jidka ayuu ku khaldamay. Mar kale dooro.
problem-attachment_day_limit = Intaas wax ka badan hal maalin laguma diri karo. Berri isku day.

## Attachments: choose, send, look, save

attach-open = Sawir, fayl ama cod
attach-title = Ku lifaaq
attach-what = Maxaad rabtaa inaad dirto?
attach-take = Sawir qaad
attach-choose = Dooro sawir
attach-voice = Farriin cod ah
attach-file = Dooro fayl
attach-hint = Faylku waa inuusan ka badnaan 25 MB. Sawirka waa la yareeyaa, waxaana laga saaraa meesha iyo waqtiga la qaaday. Waxa aad dirto waxaa furi kara oo keliya dadka wadahadalka ku jira.
attach-caption = Dhawr eray oo la socda (haddii aad rabto)
attach-caption-over = Qoraalku wuu dheer yahay: { $count ->
        [one] hal xaraf
       *[other] { $count } xaraf
    } ayaa dheeraad ah.
attach-send = Dir
attach-other = Dooro wax kale
attach-busy = Waa la diyaarinayaa …
attach-sending = Hadda waa la dirayaa. Waad sii qori kartaa.
attach-photo_unreadable = Sawirka halkan laguma furi karo. Waxaa laga yaabaa inuu xumaaday, ama uu yahay nooc uusan biraawsarku akhrin karin. Sawir cusub qaad, ama fayl ahaan u dir.
attach-photo_huge = Sawirku qalabkan wuu ka weyn yahay. Qaad sawir cusub oo ka tayo yar, ama fayl ahaan u dir.

crop-title = Jar sawirka
crop-how = Jiid dhibcaha si aad uga jarto wixii aan ku jiri lahayn. Haddii aad kiiboodh isticmaalayso: Tab ku gaar dhinac, falaadhahana ku dhaqaaji.
crop-top = Dhinaca sare
crop-bottom = Dhinaca hoose
crop-left = Dhinaca bidix
crop-right = Dhinaca midig
crop-turn = Rubuc u wareeji
crop-whole = Sawirka oo dhan ku dar

voice-what = Si deggan u hadal. Waad hakin kartaa, waadna dhegaysan kartaa intaanad dirin. Ugu badnaan toban daqiiqo.
voice-start = Bilow duubista
voice-starting = Makarafoonka waa la daarayaa …
voice-recording = Waa la duubayaa
voice-paused = Waa la hakiyay
voice-level = Xoogga codka
voice-pause = Haki
voice-go = Sii wad
voice-done = Diyaar
voice-drop = Tuur duubista
voice-drop-question = Duubista ma la tuuraa? Dib looma soo celin karo.
voice-drop-yes = Haa, tuur
voice-found = Waxaa halkan ku jirta duubis aan la dirin. Dhegayso, ka dib dir ama tuur.
voice-soon-full = Wax ka yar hal daqiiqo ayaa haray.
voice-full = Toban daqiiqo ayaa dhammaatay. Dhegayso oo dir, ka dib mid kale waad duubi kartaa.
voice-microphone_denied = Makarafoonku boggan wuu ka xiran yahay. Ka oggolow dejinta biraawsarka oo isku day mar kale.
voice-microphone_none = Halkan makarafoon laguma isticmaali karo. Waxaa laga yaabaa in barnaamij kale isticmaalayo.
voice-note = Farriin cod ah
voice-play = Dhegayso
voice-fast = Dedeji
voice-position = Meesha duubistu marayso
voice-at = { $at } ee { $of }
voice-failed = Codka lama dhegaysan karo.

attachment-photo = Sawir
attachment-file = Fayl
attachment-voice = Farriin cod ah
attachment-photo-name = sawir.jpg
attachment-file-name = fayl
attachment-new = { $author } ayaa soo diray: { $what }
attachment-larger = Weynee
attachment-smaller = Yaree
attachment-save = Ku kaydi qalabka
attachment-fetch = Soo deji ({ $size })
attachment-fetching = Waa la soo dejinayaa …
attachment-sending = Waa la dirayaa …
attachment-percent = { $percent }%
attachment-stuck = Weli lama dirin.
attachment-stuck-here = Weli halkan ma soo gaarin.
attachment-gone = Hadda lama soo dejin karo, maxaa yeelay lama hayo. Weydii qofkii diray inuu mar kale diro.
attachment-ask-again = Mar kale isku day soo dejinta
attachment-broken = Waxa halkan soo gaaray way xumaadeen, lamana furi karo. Weydii qofkii diray inuu mar kale diro.
attachment-more = Wax kale
attachment-cancel = Ha dirin
attachment-cancel-question = Halkan ma laga tirtiraa oo ma la iska daayaa dirista?
attachment-cancel-yes = Tirtir
size-kb = { $size } kB
size-mb = { $size } MB
problem-attachment_empty = Faylku wuu madhan yahay.
problem-attachment_too_large = Faylku aad buu u weyn yahay. Waa inuusan ka badnaan 25 MB.
problem-file_unreadable = Faylka lama akhrin karin. Mar kale dooro.
problem-device_full = Qalabkan meel kama bannaana. Wax kale ka tirtir oo isku day mar kale. Wixii hore halkan ugu jiray way sii jiraan.

## Look, easy reading and reading aloud

room-failed = Boggan lama soo dejin karin. Waxa aad qortay way sii jiraan. Hubi internetka oo isku day mar kale.
lock-title = Iskiis ayuu u qufulmaa
lock-after = Quful marka aan cidna taaban app-ka muddo ah
lock-minutes = { $count ->
        [one] 1 daqiiqo
       *[other] { $count } daqiiqo
    }
lock-what = Lambarkaaga sirta ah ayaad mar kale ku furaysaa. Wixii aad qortay way jiraan. App-ku ma qufulmo inta wax la duubayo ama la dirayo.
tell-exit-title = Marka aad degdeg u baxdo
tell-exit = U sheeg { $names } marka aan degdeg u baxo
tell-exit-what = Markaas waxay arkaan inaad degdeg u baxday, goorta ay ahayd, iyo inaanay ku soo wicin ama wax kuu soo qorin ilaa aad adigu wax qorto. Telefoonkaaga waxba kama muuqdaan.
tell-exit-not = Haddii waalid kale uu wadahadalka ku jiro, halkaas waxba laguma sheego. Haddii aan shabakad jirin, waxaa la sheegaa marka aad mar kale furto.
look-title = Muuqaalka
theme-title = Iftiin ama mugdi
theme-phone = Sida telefoonka
theme-light = Iftiin
theme-dark = Mugdi
easy-title = Akhris fudud
easy-what = Qoraal ka weyn, meel ka furan iyo weedho gaaban.
read-aloud = Cod ku akhri
read-stop = Jooji akhriska
read-no-voice = Telefoonku ma laha cod af Soomaali ah. Waxaa laga yaabaa in laga helo dejinta telefoonka.
read-failed = Cod laguma akhrin karin. Isku day mar kale.
easy-next = Sii wad
conversation-readers = Waxa aad halkan ku qorto waxaa akhrin kara { $names }. Cid kale ma akhrin karto.
people-what = Halkan waxaad ka arkaysaa dadka wadahadalka ku jira. Iyaga oo keliya ayaa akhrin kara.
settings-what = Waxa aad halkan ka doorato qalabkan oo keliya ayay khuseeyaan. Cid kale ma aragto.
add-slip-what = Warqad cusub waxay ku siinaysaa hal wadahadal oo kale. Wadahadallada kale isma beddelaan.
circles-what = Dadka wadahadalka ku jira oo keliya ayaa akhrin kara.
dictate-start = Ku hadal
dictate-stop = Jooji dhegaysiga
dictate-failed = Waxba lama maqlin. Isku day mar kale ama qor.

## Messages: answer, react, change, delete, search

message-more = Wax kale
message-more-of = ku saabsan farriinta { $author }
message-more-mine = ku saabsan farriintaada
message-reply = Jawaab
message-edit = Beddel
message-react = Dareen muuji
reactions = Dareenno
reaction-heart = Wadne
reaction-thumb_up = Suul taagan
reaction-thanks = Mahadsanid
reaction-hug = Hab
reaction-sad_with_you = Murugada waan kula qabaa
reaction-tick = Waa hagaag
reaction-who = { $reaction }: { $who }
reaction-again = Mar kale riix dareenkaaga si aad uga saarto.
message-changed = Waa la beddelay
message-gone = Farriin ayaa la tirtiray.
message-changing = Beddelka weli lama dirin. Dadka kale waxay arkaan tii hore.
message-going = Weli lama dirin. Dadka kale weli way arki karaan farriinta.
message-unfetched = Weli lama soo dejin. Telefoonku wuu dansanaan karaa.
delete-all = Qof kasta ka tirtir
delete-all-question = Farriintu waxay ka baxaysaa dadka wadahadalka ku jira oo dhan. Waxaa laga yaabaa in qof hore u akhriyay.
delete-all-yes = Haa, qof kasta ka tirtir
delete-unsent-question = Farriinta weli lama dirin. Haddii aad tirtirto, weligeed lama dirayo.
delete-too-late = Maalin ka badan ayaa laga joogaa. Farriinta waxaad ka tirtiri kartaa qalabkan.
delete-here = Qalabkan ka tirtir
delete-here-question = Farriintu halkan oo keliya ayay ka baxaysaa. Dadka kale way hayaan.
delete-here-yes = Haa, halkan ka tirtir
quote-go = Jawaab loogu jawaabay:
quote-gone = Farriin la tirtiray
quote-missing = Farriin aan halkan ku jirin
reply-title = Farriin ayaad ka jawaabaysaa
reply-cancel = Iska daa jawaabta
edit-title = Farriintaada ayaad beddelaysaa
edit-save = Kaydi beddelka
edit-too-late = Saacad ka badan ayaa laga joogaa. Farriinta hadda lama beddeli karo.
conversation-since = Wixii cusbaa tan iyo markii aad joogtay
conversation-newer = Tus kuwa cusub
conversation-keep = Farriimaha waxaa la tirtiraa { $days } maalmood ka dib, qof kasta.
conversation-long = Qoraalku hal farriin wuu ka dheer yahay. Halkan ayuu ku jiraa.
conversation-parts = { $count ->
        [one] Ku dir { $count } qayb
       *[other] Ku dir { $count } qaybood
    }
search-open = Wadahadalka ka raadi
search-title = Raadi
search-label = Erayada la raadinayo
search-where = Xaggee rabtaa inaad ka raadiso?
search-here = Wadahadalkan
search-everywhere = Wadahadallada oo dhan
search-private = Raadinta qalabkan oo keliya ayaa lagu sameeyaa.
search-count = { $count ->
        [0] Waxba lama helin.
        [one] { $count } farriin ayaa la helay.
       *[other] { $count } farriimood ayaa la helay.
    }
search-newest = Waxaa la tusayaa { $count } farriimood oo ugu dambeeyay. Erayo kale ku dar si aad tii saxda ahayd u hesho.

## To remember: meetings, telephone numbers, what was agreed, the week, pinned messages

kept-title = Waxa la xasuusto
kept-what = Halkan waxaa ku jira kulannada, lambarrada telefoonka iyo wax kale oo fiican in mar dambe la helo. Dadka wadahadalka ku jira oo dhan way arkaan.
kept-empty = Weli halkan waxba kuma jiraan.
kept-add = Ku dar
kept-next = Kulan { $when }
kept-asks = { $count ->
        [one] Hal kulan oo la soo jeediyay ayaa jawaabtaada sugaya.
       *[other] { $count } kulan oo la soo jeediyay ayaa jawaabtaada sugaya.
    }
card-kind-meeting = Kulan
card-kind-phone = Lambar telefoon
card-kind-agreed = Waxa aan ku heshiinnay
card-kind-week = Qorshaha toddobaadka
card-kind-gone = Kaar
card-add-meeting = Soo jeedi kulan
card-add-phone = Qor lambar telefoon
card-add-agreed = Qor waxa aan ku heshiinnay
card-add-week = Samee qorshaha toddobaadka
card-edit = Beddel
card-change = Beddel kaarka
card-drop = Tirtir
card-drop-question = Kaarku wuxuu ka baxayaa dadka wadahadalka ku jira oo dhan.
card-drop-yes = Haa, tirtir
card-dropped = Kaarka waa la tirtiray.
card-by = Waxaa qoray: { $author }
card-unsent = Weli lama dirin. Dadka kale weli ma arkaan.
card-call = Wac { $number }
card-title-meeting = Muxuu kulanku ku saabsan yahay?
card-title-phone = Lambarka yaa leh?
card-title-agreed = Maxay ku saabsan tahay?
card-title-week = Maxaa qorshaha loo bixinayaa?
card-optional = Tani khasab ma aha.
card-text-meeting = Wax kale oo kulanka ku saabsan
card-text-phone = Lambarka telefoonka
card-text-agreed = Maxaad ku heshiiseen?
card-lines = Maxaa la samaynayaa? Sadar kasta hal shay ku qor.
card-lines-hint = Ugu badnaan { $count } sadar.
card-time = Goorma?
card-time-number = Waqtiga { $number }
card-date = Maalinta
card-clock = Saacadda
card-time-more = Soo jeedi waqti kale
card-seen = Waxa aad halkan ku qorto dadka wadahadalka ku jira oo dhan way arkaan.
card-week-again = Markaad qorshaha beddesho, mar kale ayuu bilaabmayaa, calaamaduhuna way ka baxayaan.
card-meeting-again = Markaad kulanka beddesho, qof kasta mar kale ayaa la weydiinayaa.
card-saved = Waxaa lagu kaydiyay "Waxa la xasuusto".
card-empty = Halkan wax ku qor.
card-too-long = Qoraalku wuu dheer yahay. Ugu badnaan { $count } xaraf.
card-bad-lines = Qor ugu yaraan hal sadar, ugu badnaanna { $count }.
card-long-line = Sadar ayaa dheer. Ugu badnaan { $count } xaraf.
card-bad-time = Dooro maalin iyo saacad aan weli tegin, hal sano gudaheed.
meeting-set = Waa la go'aamiyay: { $when }
meeting-proposed = Waqtiga la soo jeediyay:
meeting-over = Waqtigaas wuu tegay.
meeting-question = Ma kuu habboon yahay?
meeting-suits = { $when } waa ii habboon
meeting-none = Waqtina iima habboona
meeting-not = Waqtigu iima habboona
meeting-answered = Jawaabtaada waa la kaydiyay.
meeting-answer = { $who }: { $when } waa habboon
meeting-answer-none = { $who }: waqtina ma habboona
meeting-waits = Jawaab ayaa laga sugayaa { $names }.
calendar-save = Ku dar kalandarka
calendar-what = Kalandarka waxaa lagu qorayaa oo keliya erayga "Xasuusin" iyo waqtiga. Kalandarku wuxuu ka muuqan karaa shaashado kale, dadka kula wadaagaana way arki karaan.
calendar-summary = Xasuusin
pins-title = Farriimaha la dhejiyay
pins-what = Farriimaha la dhejiyay waxaa la tirtiraa { $days } maalmood ka dib, sida kuwa kale oo dhan. Wixii muddo ka dheer la rabo kaar ku qor.
pin-go = Wadahadalka ku tus
pin-add = Dheji
pin-remove = Ka fuji
pin-added = Farriintu hadda waxay ku jirtaa "Waxa la xasuusto".
pin-removed = Farriintu hadda ma dhejisna.
act-card-new = { $actor } ayaa ku daray "Waxa la xasuusto": { $what }.
act-card-changed = { $actor } ayaa ka beddelay "Waxa la xasuusto": { $what }.
act-card-gone = { $actor } ayaa ka tirtiray "Waxa la xasuusto": { $what }.
act-meeting = { $actor } ayaa ka jawaabay kulanka: { $when } waa habboon.
act-meeting-none = { $actor } ayaa ka jawaabay kulanka: waqtina ma habboona.
problem-cards_full = Hore waxaa u jira 20 kaar, kuwo kalena meel uma bannaana. Tirtir mid aan loo baahnayn oo isku day mar kale.
problem-phone_bad = Tani lambar telefoon uma eka. Lambarro qor, hore + waad ku dari kartaa.

## Good to know: the organisations' own pages

info-title = Waxa fiican in la ogaado
info-intro = Halkan waxaa ku jira bogag ka yimid kuwa taageerada maamula.
info-none = Weli halkan bogag kuma jiraan.
info-private = Si aad u akhrido uma baahnid inaad app-ka gasho. Server-ku ma kaydiyo cidda wax akhrida. Wixii aad akhriday qalabkan ayay ku jirayaan, si aad internet la'aan u akhrin karto.
info-other-language = Boggu luqaddaada kuma qorna. Wuxuu ku qoran yahay { $language }.
info-from = Bogga waxaa leh { $org }.
info-leaves = (wuxuu furayaa bog internet oo kale)
info-gone = Boggu hadda ma jiro.
info-offline = Bogga hadda lama soo dejin karo. Hubi internetka oo isku day mar kale.
