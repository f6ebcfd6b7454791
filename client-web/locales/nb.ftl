# Norsk bokmål. The model is sv.ftl; comments are in English.

## Everywhere

app-loading = Åpner …
language = Språk
skip-to-content = Gå til innholdet
top-bar = Hjelp og utgang
quick-exit = Forlat raskt
quick-exit-hint = Du kan også trykke på Shift tre ganger.
call-112 = Ring 112
back = Tilbake
close = Lukk
cancel = Avbryt
done = Ferdig
save = Lagre
saved = Lagret.
copy-link = Kopier lenken
copied = Kopiert.
copy-failed = Det gikk ikke å kopiere.
print = Skriv ut
try-again = Prøv igjen
menu-help = Hjelp
menu-settings = Innstillinger
hours-label = Åpent og svar:
hours-unknown = Du kan skrive når som helst. Du får svar når noen er på plass.
hours-open = Åpent nå.
# $time: "today 17:00", "Monday 08:00": see moment-*
hours-open-until = Åpent nå. Stenger { $time }.
hours-opens = Stengt nå. Åpner { $time }.
hours-answer-by = Skriver du nå, får du svar senest { $time }.
moment-today = i dag kl. { $time }
moment-tomorrow = i morgen kl. { $time }
moment-day = { $day } kl. { $time }

role-parent = Forelder
role-supporter = Støtteperson
role-coordinator = Koordinator
role-lead = Prosjektleder

## Contact with the server

link-offline = Ingen kontakt akkurat nå. Det du skriver, lagres her og sendes senere.
    .easy = Ikke noe nett akkurat nå. Det du skriver, lagres.
link-offline-retry = Ingen kontakt akkurat nå. Det du skriver, lagres her. Nytt forsøk om { $seconds ->
        [one] ett sekund
       *[other] { $seconds } sekunder
    }.
link-connecting = Kobler til …
link-retry = Prøv nå
lock-soon = Låser snart. Ta på skjermen hvis du vil bli.
waiting-banner = { $count ->
        [one] Én melding venter på å bli sendt.
       *[other] { $count } meldinger venter på å bli sendt.
    }

## The first time: no slip yet

start-title = Har du fått en lapp?
start-intro = Noen som vil stå ved siden av deg, har gitt deg en lapp med en kode. Skriv inn koden her, så kan du begynne å skrive med en gang. Har du sett en plakat? Skriv inn koden fra den.
    .easy = Har du fått en lapp med en kode? Skriv koden her. Da kan du skrive med en gang.
start-code-label = Koden på lappen
start-code-hint = Store eller små bokstaver har ingenting å si. Du kan også lime inn hele lenken.
    .easy = Små bokstaver går også bra.
start-open = Åpne lappen
start-opening = Leser lappen …
start-scan = Skann QR-koden med kameraet
start-scan-stop = Lukk kameraet
start-scan-title = Hold lappen foran kameraet
start-scan-view = Bilde fra kameraet
start-scan-failed = Kameraet kan ikke brukes her. Skriv inn koden i stedet, eller åpne telefonens eget kamera og rett det mot QR-koden.
start-scan-advice = Har lappen en QR-kode? Åpne telefonens eget kamera og rett det mot koden.
start-none-title = Ingen lapp?
start-none = Spør den som tilbød deg støtte. Det går fort å lage en ny lapp, og det koster ingenting.
    .easy = Spør den som tilbød deg støtte. Det koster ingenting.
slip-mistyped-part = Del { $part } ser ikke riktig ut. Sammenlign den med lappen, tegn for tegn.
slip-mistyped-which = Del { $part } av koden:

## The slip has been read: choose a name and a PIN

join-title = Velkommen
join-what = Her kan du skrive med { $org } når du vil. Bare dere som er med i samtalen, kan lese det. Saksbehandlerne i sosialtjenesten kan ikke lese det, heller ikke sjefer eller den som driver serveren.
    .easy = Her kan du skrive med { $org }. Bare de som er med, kan lese. Sosialtjenesten kan ikke lese. Ingen sjef kan lese.
join-limits = Men den som har både telefonen din og PIN-koden din, kan lese det. Og den du skriver med, kan ha plikt til å sende en bekymringsmelding hvis et barn tar skade.
    .easy = Den som har telefonen din og PIN-koden din, kan også lese. Den du skriver med, må kanskje si fra hvis et barn tar skade.
join-what-staff = Med lappen blir denne enheten nøkkelen din hos { $org } som { $role ->
        [supporter] støtteperson
        [coordinator] koordinator
       *[lead] prosjektleder
    }.
join-limits-supporter = Du leser bare samtaler du selv er med i. Ingen kan lese dem for deg hvis telefonen blir borte.
join-limits-staff = Du ser aldri hva noen skriver, og ingen kan se det gjennom deg.
join-more = { $count ->
        [one] Lenken har én lapp til. Den brukes samtidig.
       *[other] Lenken har { $count } lapper til. De brukes samtidig.
    }
join-cannot-title = Hva kan vi ikke beskytte?
join-cannot-spy = Et spionprogram på telefonen kan lese det du leser.
join-cannot-force = Hvis noen tvinger deg til å låse opp, kan de lese.
join-cannot-share = Den du skriver med, kan vise det til andre.
join-cannot-lost = Mister du telefonen, får du en ny lapp. Men de gamle meldingene kommer ikke tilbake til deg.
join-cannot-code = Den som driver serveren, kan ikke lese, men kunne ha byttet ut selve programmet.
join-name = Navnet ditt
join-name-hint = Dette ser de andre. Fornavn er nok.
join-pin = Velg en PIN-kode
join-pin-hint = Seks sifre som du husker. Ikke ta fødselsdagen din.
    .easy = Seks sifre som du husker.
join-pin-again = Samme PIN-kode en gang til
join-phrase = Velg et passord
join-phrase-hint = Minst åtte tegn. Gjerne noen ord på rad.
join-phrase-again = Samme passord en gang til
join-use-phrase = Bruk et passord i stedet for PIN-kode
pin-show = Vis det jeg skriver
join-submit = Begynn
join-cancel = Ikke bruk lappen
join-name-bad = Skriv et navn, maks 40 tegn.
join-pin-bad = PIN-koden skal ha seks sifre.
join-phrase-bad = Passordet skal ha minst åtte tegn.
join-pin-differs = Det ble ikke likt begge gangene. Skriv en gang til.
joining-title = Nesten ferdig
joining-text = Vi gjør klar nøklene. Det tar noen sekunder.
    .easy = Vent litt. Det tar noen sekunder.
joining-offline = Ingen kontakt akkurat nå. Det fortsetter av seg selv, og lappen er ikke tapt.
    .easy = Det er ikke noe nett akkurat nå. Det fortsetter av seg selv.

## With a poster: choosing whom, and waiting for somebody to be free

door-title = Hvem vil du skrive med?
door-what = Du har åpnet en plakat. Her kan du skrive med noen som står ved siden av deg. Velg hvem du vil skrive med, så får du plass i køen der. Den første som er ledig, tar imot deg.
    .easy = Her kan du skrive med noen som står ved siden av deg. Velg hvem. Så venter du på tur.
door-behind-municipality = Støtte fra kommunen. Den som svarer, er ansatt i kommunen, men er ikke den som undersøker eller bestemmer i saken.
    .easy = Personen jobber i kommunen. Men personen bestemmer ingenting om deg.
door-behind-association = Støtte fra en forening. Den som svarer, er med i foreningen og jobber ikke for kommunen.
    .easy = Personen er med i en forening. Personen jobber ikke i kommunen.
door-waiting = { $count ->
        [0] Ingen venter der akkurat nå.
        [one] Én venter der akkurat nå.
       *[other] { $count } venter der akkurat nå.
    }
door-choose = Velg { $org }
door-choose-other = Velg noen andre
door-switch-later = Du kan bytte senere, så lenge ingen har tatt imot deg.
door-safety-title = Hvor trygt er det?
door-safety = Serveren kan ikke lese det du skriver. Men en plakat er åpen for alle som ser den. Derfor viser appen tre trygghetsord når dere skriver med hverandre. Les dem for hverandre på telefonen eller når dere møtes. Er ordene like, er det ingen andre imellom. Den som har fått sin egen lapp, har en tryggere vei inn.
door-submit = Sett meg i køen
door-cancel = Ikke bruk plakaten
wait-title = Du står i kø
wait-ahead = { $count ->
        [0] Du er først i køen.
        [one] Én venter foran deg.
       *[other] { $count } venter foran deg.
    }
wait-taken = Noen tar imot deg nå
wait-taken-what = En støtteperson gjør klar samtalen deres. Den åpnes her av seg selv. Hvis det blir avbrutt, får du plassen din i køen tilbake innen en halvtime.
    .easy = Samtalen åpnes snart. Du trenger ikke å gjøre noe.
wait-open = De har åpent nå.
wait-open-until = De har åpent nå. De stenger { $time }.
wait-closed = Ingen er der akkurat nå. De åpner { $time }.
wait-hours-unknown = Det står ikke når de har åpent. Du blir tatt imot når noen er ledig.
wait-promised = De regner med å svare senest { $time }.
wait-promise-over = Det har tatt lengre tid enn de regnet med. Du står fortsatt i køen.
wait-longer = Det kan ta lengre tid når andre venter foran deg.
wait-close-app = Du kan lukke appen og komme tilbake hit. Plassen i køen er din.
    .easy = Du kan lukke appen. Du mister ikke plassen din.
wait-since = Du kom { $day }.
wait-written = Vil du begynne å skrive?
wait-written-before = Det du har skrevet
wait-written-what = Det du skriver, lagres her på telefonen. Ingen leser det før noen har tatt imot deg. Da sendes det av seg selv.
    .easy = Du kan skrive allerede nå. Det sendes når noen er ledig.
wait-text-waits = Venter, ikke sendt ennå
wait-text-remove = Fjern
wait-keep = Lagre til noen tar imot meg
wait-switch = Bytt til { $org }
wait-switch-question = { $count ->
        [0] Ingen venter hos { $org } akkurat nå. Plassen du har nå, går til den neste.
        [one] Én venter hos { $org } akkurat nå. Du havner sist, og plassen du har nå, går til den neste.
       *[other] { $count } venter hos { $org } akkurat nå. Du havner sist, og plassen du har nå, går til den neste.
    }
wait-switch-yes = Ja, bytt
wait-switched = Nå står du i kø hos { $org }.
wait-end = Slutt å vente
wait-end-question = Du går ut av køen, og alt på denne enheten slettes, også det du har skrevet. Du kan åpne plakaten igjen når du vil.
wait-end-yes = Ja, slutt å vente
wait-trouble-unopened = Kanskje ble svaret trukket tilbake. Eller kanskje prøvde noen andre å svare i stedet. Du kan fortsette å vente her. Kommer det ikke noe mer, kan du kopiere det du har skrevet, og begynne på nytt med plakaten. Si gjerne fra til tjenesten.
wait-trouble-gone = En plass holdes av i tretti dager. Det du har skrevet, er her fortsatt. Kopier det før du begynner på nytt med plakaten.
wait-trouble-ending = Alt slettes her så snart serveren har fått beskjed.
wait-title-unopened = Det kom et svar som ikke kunne åpnes
wait-title-gone = Plassen i køen finnes ikke lenger
wait-title-ending = Du har sluttet å vente
wait-copy = Kopier det jeg har skrevet
wait-again = Begynn på nytt med plakaten
wait-again-question = Alt på denne enheten slettes, også det du har skrevet. Kopier det først hvis du vil beholde det.
wait-again-yes = Ja, begynn på nytt
wait-own-slip = Har du fått din egen lapp? Hvis du bruker den, går du ut av køen. Det du har skrevet mens du ventet, sendes i den samtalen.

## Locked

locked-title = Notater
locked-pin = PIN-koden din
locked-pin-hint = Seks sifre, eller passordet ditt.
locked-phrase = Jeg har et passord
locked-open = Lås opp
locked-opening = Låser opp …
locked-wrong = Feil PIN-kode. { $tries ->
        [one] Du har ett forsøk igjen. Etter det går det bare med en ny lapp.
       *[other] Du har { $tries } forsøk igjen.
    }
locked-empty = Skriv inn PIN-koden din.
locked-needs-network = For å låse opp må du ha kontakt med serveren.
locked-forgot = Jeg har glemt PIN-koden min
forgot-title = Glemt PIN-kode
forgot-text = Det skjer, og ingen skade er skjedd. Be om en ny lapp fra den du skriver med, eller fra tjenesten. Slett så det som er på telefonen, og åpne den nye lappen.
    .easy = Det går bra. Be om en ny lapp. Slett det som er her. Åpne så den nye lappen.
forgot-history = De gamle meldingene kommer ikke tilbake på denne telefonen. De andre har fortsatt sine.
    .easy = Etterpå ser du ikke de gamle meldingene på denne telefonen.
forget-device = Slett alt på denne enheten
forget-confirm = Er du sikker? Alt på denne enheten slettes nå. Det kan ikke angres.
forget-yes = Ja, slett
slip-pending = Du har åpnet en ny lapp. Lås opp først, så blir den lagt til. Har du glemt PIN-koden, trykker du på «Jeg har glemt PIN-koden min».

elsewhere-title = Åpen i en annen fane
elsewhere-text = Appen kan bare være åpen ett sted om gangen, så ingenting blir feil.
    .easy = Appen er allerede åpen et annet sted.
elsewhere-take = Åpne her i stedet

destroyed-title = Låsen er stengt
destroyed-text = PIN-koden ble feil for mange ganger. Nøkkelen til meldingene på denne telefonen er borte, så ingen andre kan lese dem.
    .easy = PIN-koden ble feil for mange ganger. Nå kan ingen lese det som var her.
destroyed-next = Be om en ny lapp fra den du skriver med, eller fra tjenesten. Så kan dere fortsette.
    .easy = Be om en ny lapp. Så kan dere fortsette.
destroyed-start = Slett og åpne en ny lapp

## Conversations

circles-title = Samtalene dine
circles-empty = Du har ingen samtaler ennå.
circles-none-parent = Du er ikke med i noen samtale nå. Be om en ny lapp hvis du vil fortsette.
circle-unread = { $count ->
        [one] 1 ulest
       *[other] { $count } uleste
    }
circle-waiting = { $count ->
        [one] 1 venter
       *[other] { $count } venter
    }
circle-alone = Ingen andre er med ennå
circle-lost = Tråden er mistet
circle-untitled = Samtale uten navn
circle-from-queue = Ny fra køen
circle-on-the-way = Venter på at den andre kommer inn
new-circle = Ny samtale
new-circle-title = Hva vil du kalle samtalen?
new-circle-hint = Bare du ser navnet. Ikke skriv noe som viser hvem det er.
new-circle-make = Start samtalen
new-circle-placeholder = Samtale { $number }
add-slip = Legg til en lapp
add-slip-done = Du er med i samtalen.
circles-choose = Velg en samtale i listen.

conversation-messages = Meldinger
conversation-empty = Ingenting er skrevet her ennå. Skriv når du vil, stort eller smått.
    .easy = Skriv når du vil.
conversation-alone = Ingen andre er med ennå. Lag en lapp og gi den til den du skal skrive med.
conversation-on-the-way = Venter på at den andre kommer inn. Det skjer av seg selv når den andre åpner appen. Du kan skrive allerede nå.
conversation-older = Vis eldre
conversation-newest = Til det nyeste
conversation-people = Personer og sikkerhet
conversation-write = Skriv en melding
conversation-send = Send
conversation-keys = Ctrl og Enter sender.
conversation-left = { $count ->
        [one] Ett tegn igjen
       *[other] { $count } tegn igjen
    }
conversation-over = { $count ->
        [one] Ett tegn for mye
       *[other] { $count } tegn for mye
    }
conversation-new = Ny melding fra { $author }: { $text }
message-mine = Du
delivery-waiting = Venter, ikke sendt ennå
delivery-sent = Sendt
delivery-delivered = Kommet fram
delivery-read = Lest
message-retry = Prøv å sende igjen

thread-lost = Denne telefonen har mistet tråden i samtalen. Det du har lest, er ikke borte. Be { $names } om en ny lapp, så fortsetter det her.
    .easy = Noe gikk galt på telefonen. Be { $names } om en ny lapp.
thread-lost-alone = Denne enheten har mistet tråden i samtalen. Det du har lest, er ikke borte. Begynn på nytt og lag en ny lapp til hver av de andre, så fortsetter det her.
thread-lost-waits = Det du skriver, lagres og sendes etterpå.
thread-helper = den som ga deg lappen
thread-new-slip = Jeg har en ny lapp
thread-copy = Kopier det som ikke er sendt
thread-afresh = Begynn samtalen på nytt
thread-afresh-question = Samtalen begynner på nytt med de samme personene. Det dere har lest, blir ikke borte. Du lager en ny lapp til hver av dem.
thread-afresh-yes = Ja, begynn på nytt
thread-doubt = Telefonen er satt tilbake til et tidligere tidspunkt. Nøklene fornyes nå. Det du skriver, venter her og sendes av seg selv.
afresh-awaited = Samtalen har begynt på nytt. Lag en ny lapp til hver av de andre, så er de med igjen.
afresh-slip = Ny lapp til { $name }

notice-someone = noen
notice-circle_started = { $actor } startet samtalen.
notice-joined = { $subject } er med i samtalen nå.
notice-left = { $subject } har forlatt samtalen.
notice-removed = { $actor } fjernet { $subject } fra samtalen. { $subject } kan ikke lese det som skrives etter dette.
notice-new_device = { $subject } har ny telefon eller datamaskin. Den gamle kan ikke lese det som skrives etter dette.
notice-slip_made = { $actor } laget en lapp. Den som bruker lappen, blir med i samtalen.
notice-slip_used = { $subject } brukte en lapp.
notice-slip_revoked = { $actor } trakk tilbake en lapp. Den kan ikke brukes lenger.
notice-not_readable = Noe kunne ikke leses på denne enheten. Be den som skrev det, om å skrive det igjen hvis det ikke kommer av seg selv.
notice-not_readable_from = Noe som { $subject } skrev, kunne ikke leses her. Be { $subject } skrive det igjen hvis det ikke kommer av seg selv.
notice-you_joined = Du er med i samtalen nå. Det som ble skrevet før du kom, vises ikke.
notice-back = { $subject } er tilbake i samtalen med en ny lapp.
notice-you_back = Du er tilbake i samtalen. Det som ventet, sendes nå.
notice-afresh = Samtalen begynte på nytt her, fordi en enhet hadde mistet tråden. Det dere har lest, er her fortsatt.
notice-gone = { $subject } har sluttet og kan ikke lese det som skrives etter dette. Dere andre kan fortsette. Er du den eneste som er igjen? Ta kontakt med tjenesten, så får du en ny person.
notice-line_open = Nå er samtalen åpen. Skriv når du vil. Det du skrev mens du ventet, er på vei.

## Counting contacts

count-title = Tell en kontakt
count-hint = Ett trykk er nok. Alle i samtalen ser det, og du kan angre en stund etterpå. Bare antallet går ut av samtalen.
count-visit = Besøk
count-phone = Telefonsamtale
count-meeting = Møte sammen
count-email = E-post
count-group = Gruppe
count-dialogue = Dag med meldinger
count-call = Anrop i appen
count-visit-done = Ett besøk er telt.
count-phone-done = Én telefonsamtale er telt.
count-meeting-done = Ett møte er telt.
count-email-done = Én e-post er telt.
count-group-done = Én gruppesamling er telt.
contact-entry = { $author } telte: { $kind }, { $day }
contact-entry-mine = Du telte: { $kind }, { $day }
contact-undone = Angret
contact-undo = Angre
contact-undo-left = Kan angres i { $minutes ->
        [one] ett minutt
       *[other] { $minutes } minutter
    } til
counted-title = Telt denne måneden
counted-none = Ingenting er telt ennå denne måneden.
counted-row = { $kind }: { $count }

## How things are

face-1 = Veldig vanskelig
face-2 = Vanskelig
face-3 = Verken bra eller dårlig
face-4 = Ganske bra
face-5 = Bra
face-none = Vil ikke si
experience-1 = Veldig dårlig
experience-2 = Dårlig
experience-3 = Verken bra eller dårlig
experience-4 = Bra
experience-5 = Veldig bra
experience-title = Hvordan støtten har vært
feeling-title = Hvordan du har det
feeling-first = Hvordan har du det akkurat nå?
feeling-last = Hvordan har du det nå, sammenlignet med starten?
feeling-experience = Hvordan har støtten vært for deg?
feeling-choice = Svar hvis du vil.
feeling-open = Svar på spørsmålet
feeling-hint = Du velger selv om du vil svare, og spørsmålet kommer bare nå. Svaret blir værende på telefonen din. Bare et tall uten navn telles.
    .easy = Du trenger ikke å svare. Svaret blir på telefonen din.
feeling-show = Vis svaret mitt til { $names }
feeling-answer = Svar
feeling-choose = Velg ett av svarene, eller «Vil ikke si».
feeling-thanks = Takk for svaret.
feeling-thanks-none = Det er helt greit.
feeling-kept = Svaret finnes bare på telefonen din.
feeling-shown = { $names } kan se svaret.
feeling-undo = Endre svaret

## What happens to the support

act-you = Du
act-contact = en kontakt
act-feeling-first = { $actor } forteller hvordan det er i starten: { $face }.
act-feeling-last = { $actor } forteller hvordan det er nå: { $face }.
act-feeling-back = { $actor } trakk tilbake svaret om hvordan det er.
act-feeling-experience = { $actor } forteller hvordan støtten har vært: { $face }.
act-experience-back = { $actor } trakk tilbake svaret om hvordan støtten har vært.
act-programme = { $actor } endret opplegget for støtten. { $what }.
act-programme-step = { $actor } går videre: Støtten er nå i steg { $number } av { $count }.
act-objection = { $actor } sier at dette ikke stemmer: { $kind } { $day }.
act-objection-back = { $actor } sier at det stemmer likevel: { $kind } { $day }.
act-closing = { $actor } avslutter støtten: { $outcome }.
act-closing-back = { $actor } angret avslutningen. Støtten fortsetter.
act-feedback-ask = { $actor } spør om dere skal skrive en tilbakemelding sammen.
act-feedback-yes = { $actor } sa ja til å skrive en tilbakemelding sammen.
act-feedback-no = { $actor } sa nei til tilbakemelding. Det er helt greit.

objection-make = Dette stemmer ikke
objection-mine = Du har sagt at dette ikke stemmer.
objection-of = { $names } sier at dette ikke stemmer.
objection-sent = Et tall som er sendt, kan ikke tas tilbake, for ingenting i det viser hvem det kom fra. Men alle i samtalen ser at det ikke stemmer.
objection-back = Det stemmer likevel
objection-back-done = Du har trukket det tilbake.

## The support and its end

support-title = Støtten
support-conversations = { $count ->
        [one] Én samtale så langt.
       *[other] { $count } samtaler så langt.
    } Støtten er tenkt som { $range } samtaler.
support-what = En samtale er en dag med minst én kontakt som er telt: meldinger, telefon, besøk eller møte. Flere kontakter samme dag er én samtale.
support-conversations-open = { $count ->
        [one] Én samtale så langt.
       *[other] { $count } samtaler så langt.
    }
range-text = { $least }–{ $most }
programme-choose = Hvilket opplegg skal støtten ha?
programme-choose-one = Velg et opplegg for støtten.
programme-range = { $name }: { $least } til { $most } samtaler
programme-number = { $count ->
        [one] { $name }: én samtale
       *[other] { $name }: { $count } samtaler
    }
programme-steps = { $count ->
        [one] { $name }: ett steg
       *[other] { $name }: { $count } steg etter hverandre
    }
programme-open = { $name }: så lenge det trengs
programme-step = Steg { $number } av { $count }, uke { $week }. Steget tar { $weeks } uker.
programme-change = Endre opplegget
programme-change-what = Alle i samtalen ser at du endrer. Det som allerede er telt, blir ikke endret.
programme-change-go = Endre
programme-changed = Endret. Alle i samtalen ser det.
programme-foreign = Slik er opplegget nå: { $what }. Tjenesten din jobber på en annen måte. Vil du endre?
check-in-title = Oppsummering
check-in = Tid for en oppsummering, uke { $week } av { $weeks }.
check-in-what = Stopp opp sammen: Hva er blitt bedre, og hva trengs nå?
check-in-done = Det er gjort
check-in-done-said = Bra. Neste oppsummering kommer når det er tid for det.
phase-over = Tiden for steg { $number } av { $count } er ute.
phase-next = Gå videre til neste steg
phase-next-question = Gå videre til steg { $number } av { $count }? Alle i samtalen ser det.
phase-next-yes = Ja, gå videre
close-ask = Skal støtten avsluttes?
close-ask-why = { $count ->
        [one] Dere har hatt én samtale.
       *[other] Dere har hatt { $count } samtaler.
    } Støtten er tenkt som { $range }. Du bestemmer.
close-ask-why-steps = Tiden for det siste steget er ute. Du bestemmer.
close-go = Avslutt støtten …
close-not-now = Ikke nå
close-not-now-done = Spørsmålet kommer tilbake tidligst om en uke.

closing-title = Avslutt støtten
closing-what = Når du avslutter, ser alle i samtalen det. I sju dager kan dere fortsatt lese og skrive, og hvem som helst av dere kan angre avslutningen. Så slettes samtalen og nøklene til den på alles telefoner. Det som blir igjen, er en kvittering uten innhold.
closing-feedback = Skal saksbehandleren få en tilbakemelding? Skriv den sammen med forelderen før samtalen slettes.
closing-outcome = Hvordan gikk det?
outcome-completed = Støtten er gjennomført
outcome-further_support = Gjennomført, og forelderen vil ha mer støtte
outcome-declined = Forelderen takket nei
outcome-not_reached = Fikk ikke tak i forelderen
closing-counted = Hvordan det gikk, og omtrent hvor mange samtaler det ble, telles uten navn når de sju dagene er over.
closing-go = Avslutt
closing-question = Avslutte støtten? Alle i samtalen ser det nå. Om sju dager slettes alt.
closing-yes = Ja, avslutt
closing-done = Støtten avsluttes om sju dager.
closing-already = Støtten er i ferd med å bli avsluttet.
closing-note = Støtten avsluttes { $until }. Fram til da kan dere lese og skrive. Så slettes samtalen på alles telefoner, og en kvittering blir igjen.
closing-over = Støtten er avsluttet. Du kan lese til { $until }. Så slettes samtalen her, og en kvittering blir igjen.
closing-nobody = De andre er ikke her lenger, så det går ikke an å skrive mer. Trenger du støtte igjen, kan du be tjenesten om en ny lapp.
closing-back = Angre avslutningen
closing-back-question = Da fortsetter støtten som før, og ingenting slettes. Alle i samtalen ser det.
closing-back-yes = Ja, fortsett støtten
closing-back-done = Støtten fortsetter.

feedback-title = Tilbakemelding
feedback-what = Saksbehandleren kan få en kort tilbakemelding: hvor mange kontakter det har vært, hvordan forelderen har det nå, hva som er endret, og om forelderen ønsker mer støtte. Dere skriver den sammen på telefonen din, og bare hvis forelderen sier ja. Et nei er helt greit.
feedback-ask = Spør forelderen
feedback-waits = Spørsmålet er stilt. Du får svar i samtalen.
feedback-declined = Forelderen vil ikke ha noen tilbakemelding. Det er helt greit. Støtten kan avsluttes likevel.
feedback-question = { $names } spør: Skal dere skrive en kort tilbakemelding til saksbehandleren sammen?
feedback-question-more = Du leser teksten før den leveres, og den leveres bare hvis du vil. Ingenting skjer hvis du sier nei.
    .easy = Du leser teksten først. Du kan si nei.
feedback-yes = Ja
feedback-no = Nei
feedback-write = Skriv sammen med forelderen. Alt er frivillig, og tomme deler blir ikke levert.
feedback-feels = Hvordan forelderen har det nå
feedback-change = Hva som er endret
feedback-wish = Ønskes mer støtte?
feedback-wish-yes = Ja
feedback-wish-no = Nei
feedback-wish-unsure = Vet ikke ennå
feedback-more = Annet som forelderen vil si
feedback-stays = Teksten finnes bare på denne enheten, låst som alt annet. Den sendes aldri herfra, og den slettes når støtten er avsluttet.
feedback-read = Les sammen
feedback-hand-over = La forelderen lese hele teksten nå, eller les den høyt. Ingenting har forlatt denne enheten.
feedback-page-title = Tilbakemelding etter støtte
feedback-contacts = Kontakter
feedback-days = { $count ->
        [one] Samtale på én dag
       *[other] Samtaler på { $count } dager
    }
feedback-then = I starten: { $face }
feedback-last = Ved slutten: { $face }
feedback-experience = Slik har støtten vært: { $face }
feedback-agreed = Forelderen har lest eller hørt hele teksten og vil at den skal leveres.
feedback-copy = Kopier teksten
feedback-change-it = Endre

receipts-title = Avsluttet støtte
receipt-title = Kvittering for støtten
receipt-days = { $first } til { $last }
receipt-contacts = Kontakter
receipt-none = Ingen kontakter ble telt.
receipt-all = Dette er alt som er igjen. Meldingene og nøklene er slettet på denne enheten, og kvitteringen finnes ikke noe annet sted.
receipt-delete = Slett kvitteringen
receipt-delete-question = Kvitteringen finnes bare her. Du kan ikke få den tilbake.
receipt-delete-yes = Ja, slett
receipt-ended = Støtten er avsluttet, og samtalen er slettet. Kvitteringen ligger i listen.

## Handing over: one more person

come-title = Flere personer i samtalen
come-who-supporter = en kollega
come-who-parent = en forelder til
come-ask-handover = La en kollega ta over …
come-ask-beside = Spør om en kollega kan være med …
come-ask-parent = Spør om en forelder til kan være med …
come-page-handover = La en kollega ta over
come-page-beside = En kollega til i samtalen
come-page-parent = En forelder til i samtalen
come-what-handover = Forelderen får spørsmålet her i samtalen og bestemmer selv, også hvor mye av det som er skrevet, kollegaen får lese. Etter et ja kan du lage en lapp til kollegaen.
come-what-beside = For eksempel mens du er borte. Forelderen får spørsmålet her i samtalen og bestemmer selv, også hvor mye av det som er skrevet, kollegaen får lese. Etter et ja kan du lage en lapp til kollegaen.
come-what-parent = Den som allerede er med, får spørsmålet her i samtalen og bestemmer selv, også hvor mye av det som er skrevet, den nye får lese. Alle kan alltid få en egen samtale i stedet.
come-name = Hvem skulle det være? (hvis du vil)
come-name-hint = Fornavn er nok. Navnet vises i spørsmålet.
come-send = Still spørsmålet
come-asked = Spørsmålet er stilt.
come-waits = Venter på svar fra { $names }.
come-back = Ta tilbake spørsmålet
come-back-question = Da gjelder ikke svarene lenger, og en lapp som venter, trekkes tilbake.
come-back-yes = Ja, ta tilbake
come-question-handover = { $by } spør: Kan { $who } ta over her?
come-question-beside = { $by } spør: Kan { $who } også være med her?
come-question-parent = { $by } spør: Kan { $who } også være med i denne samtalen?
come-question-more = Du bestemmer. Et nei er helt greit, og da skjer det ingenting. Du kan ombestemme deg helt til noen har kommet.
come-question-all = Alle foreldrene her får spørsmålet. Alle må si ja. Velger dere forskjellig, er det det minste som gjelder.
come-follows = Hvis ja: Hvor mye av det dere har skrevet, kan { $who } få lese?
come-follows-nothing = Ingenting
come-follows-week = De siste sju dagene
come-follows-all = Alt
come-yes = Ja
come-no = Nei
come-said-yes = Du har sagt ja.
come-said-no = Du har sagt nei. Det er helt greit.
come-mine-refused = Du har sagt nei.
come-mine-nothing = Du har sagt ja. Ingenting av det som er skrevet, følger med.
come-mine-week = Du har sagt ja. De siste sju dagene følger med.
come-mine-all = Du har sagt ja. Alt som er skrevet, følger med.
come-change = Endre svaret
come-granted = Svaret er ja: { $who } kan være med.
come-granted-nothing = Ingenting av det som er skrevet, følger med.
come-granted-week = De siste sju dagene følger med.
come-granted-all = Alt som er skrevet, følger med.
come-make-slip = Lag lappen til { $who }
come-slip-waits = Lappen er laget og venter på å bli brukt.
come-refused = Svaret er nei, og det er helt greit. Du kan spørre igjen fra { $day }.
come-not-agreed = Svaret er ikke ja lenger. Gå tilbake og se etter.
come-came = { $name } er med nå. Du kan forlate samtalen eller bli.
come-stay = Bli her
come-following = { $count ->
        [one] Én melding fra før er på vei til den nye.
       *[other] { $count } meldinger fra før er på vei til den nye.
    }
message-before = Skrevet tidligere, sendt videre av { $by }
notice-you_joined_before = Du er med i samtalen nå. Det som står over her, ble skrevet før du kom, og du kan lese det.
act-come-ask-handover = { $actor } spør om { $who } kan ta over her.
act-come-ask-beside = { $actor } spør om { $who } også kan være med.
act-come-ask-parent = { $actor } spør om { $who } også kan være med i samtalen.
act-come-ask-back = { $actor } tok tilbake spørsmålet.
act-come-refused = { $actor } sa nei. Det er helt greit.
act-come-nothing = { $actor } sa ja. Ingenting av det som er skrevet, følger med.
act-come-week = { $actor } sa ja. De siste sju dagene følger med.
act-come-all = { $actor } sa ja. Alt som er skrevet, følger med.
leave-title = Forlat samtalen
leave-question = Forlate samtalen? { $names } fortsetter uten deg. Alt i samtalen slettes på denne enheten.
leave-yes = Ja, forlat
leave-going = Du forlater samtalen. Når de andre har fått beskjed, slettes alt her.
leave-done = Du har forlatt samtalen. Den er slettet her.
slip-make-come = Lappen er til { $who }. Gi den bare til den personen.
slip-make-first = Lappen er til forelderen du skal skrive med.

## Away, and a conversation of one's own

away-go = Jeg skal være borte …
away-section = Hvem som er borte
away-title = Borte
away-what = Den du skriver med, ser det øverst i samtalen. Det slutter av seg selv etter den siste dagen.
away-from = Første dag
away-to = Siste dag
away-cover = Hvem svarer i mellomtiden?
away-cover-nobody = Ingen bestemt
away-cover-ask = Vil du at en kollega svarer i mellomtiden? Spør forelderen først.
away-text = Noen ord (hvis du vil)
away-text-hint = Maks { $count } tegn.
away-save = Vis at jeg er borte
away-done = Nå vises det at du er borte.
away-bad-missing = Velg både første og siste dag.
away-bad-order = Den siste dagen er før den første. Endre en av dem.
away-bad-past = Den første dagen har allerede vært. Velg i dag eller en senere dag.
away-bad-far = Den siste dagen er mer enn et år fram i tid. Sjekk året.
away-bad-text = Teksten kan ha maks { $count } tegn.
away-note-now = { $name } er borte til og med { $last }.
away-note-coming = { $name } er borte fra { $first } til og med { $last }.
away-mine-now = Du er borte til og med { $last }.
away-mine-coming = Du er borte fra { $first } til og med { $last }.
away-cover-is = { $name } svarer i mellomtiden.
away-cover-me = Du svarer i mellomtiden.
away-end = Jeg er tilbake
away-cancel = Fjern
away-ended = Det vises ikke lenger at du er borte.
act-away = { $actor } er borte fra { $first } til { $last }.
act-away-cover = { $actor } er borte fra { $first } til { $last }. { $cover } svarer i mellomtiden.
act-away-back = { $actor } er tilbake.
own-section = Egen samtale
own-ask = Jeg vil ha en egen samtale
own-question = Du kan alltid få en egen samtale, der bare du og støttepersonen er med. { $names } får vite at du vil det. Det vises ikke på telefonene til de andre foreldrene.
own-yes = Ja, be om det
own-asked = Du har bedt om en egen samtale. { $names } gir deg en lapp utenom denne samtalen.
own-wish = { $name } vil ha en egen samtale.
own-outside = De andre foreldrene ser ikke dette.
own-start = Start en ny samtale
own-aside = Ikke nå
slip-make-own = Lappen er til { $name }. Vis den eller gi den på papir, bare til den personen. Ikke send den i fellessamtalen, for der kan noen andre bruke den.
act-quick-exit = { $actor } gikk i all hast { $time }. Ikke ring eller skriv nå. Vent til { $actor } skriver.
act-own-ask = { $actor } vil ha en egen samtale.

## People and safety

people-title = Personer og sikkerhet
people-members = Med i samtalen
people-you = { $name } (du)
people-devices = { $count ->
        [one] Én enhet
       *[other] { $count } enheter
    }
people-lost = Ny lapp til { $name } (ny telefon eller mistet tråd)
people-remove = Fjern { $name }
people-remove-confirm = Fjerne { $name } fra samtalen? { $name } kan da ikke lese det som skrives etter dette.
people-remove-yes = Ja, fjern
people-slips = Lapper som ikke er brukt
people-slips-none = Ingen lapper venter.
people-slip-row = { $role }, gjelder til og med { $day }
people-slip-replaces = Ny telefon til { $name }
people-slip-revoke = Trekk tilbake
people-slip-revoke-label = Trekk tilbake lapp { $number }
people-make-slip = Lag en lapp
people-words-title = Trygghetsord
people-words = Les ordene for hverandre når dere møtes eller snakker på telefonen. Har dere de samme ordene, er det ingen andre med.
    .easy = Les ordene for hverandre. Er de like, er det trygt.
people-rename = Navn på samtalen
people-rename-hint = Bare du ser det.

## Making a slip

slip-make-title = Lag en lapp
slip-make-replace = Ny lapp til { $name }. Brukes den på en annen telefon, stenges den gamle ute.
slip-make-form = Hvordan vil du gi lappen?
slip-make-qr = Vis eller skriv ut en QR-kode
slip-make-typed = Kort kode som kan leses opp og skrives inn
slip-make-days = Hvor lenge skal den gjelde?
slip-days = { $days ->
        [one] Én dag
       *[other] { $days } dager
    }
slip-make-submit = Lag lappen
slip-once-title = Lappen er klar
slip-once = Lappen vises bare nå. Skriv den ut, vis den eller skriv den av før du lukker.
slip-print-heading = Lappen din til { $org }
slip-print-staff = Lapp: { $role } hos { $org }
slip-qr = QR-kode som åpner lappen
slip-step-qr = Rett telefonens kamera mot ruten og åpne lenken.
slip-step-address = Åpne nettleseren og skriv inn adressen:
slip-step-code = Skriv inn koden:
slip-step-name = Velg hva du vil kalles, og en PIN-kode. Så kan du skrive med en gang.
slip-expires = Gjelder til og med { $day }. Den kan bare brukes én gang.
slip-private = Gi den bare til personen den er til. Den som bruker lappen, blir med i samtalen.
slip-code-label = Kode

## Coordinator

staff-title = Lapper til kolleger
staff-intro = Hver ny kollega får sin egen lapp. Du ser aldri hva noen skriver, bare at lappen ble laget.
staff-role = Hvilken rolle?

## Assignments

work-title = Oppdrag
work-intro = Her ser du hva som skal gjøres, og hva som er forsinket. Du ser aldri hva noen skriver, eller hvor ofte.
work-new = Nytt oppdrag
work-none = Ingen oppdrag akkurat nå.
work-late = Forsinket
work-open = Å gjøre
work-over = Ferdig de siste to ukene
work-mine = Oppdragene dine
work-nobodys = Ingen ennå
work-label = Hva skal oppdraget hete?
work-label-hint = Skriv et ord du kjenner igjen, for eksempel «Familie 12». Ikke navn, adresse eller telefonnummer til forelderen.
work-holder = Hvem tar oppdraget?
work-holder-choice = { $count ->
        [0] { $name } (ingen oppdrag nå)
        [one] { $name } (ett oppdrag nå)
       *[other] { $name } ({ $count } oppdrag nå)
    }
work-due-label = Første kontakt senest
work-today = i dag, { $day }
work-usual = { $day } (neste hverdag)
work-usual-within = { $day } (innen { $count } hverdager)
work-programme = Hvilken støtte gjelder det?
work-make = Lag oppdraget
work-made = Oppdraget er laget.
work-saved = Lagret.
work-give = Gi oppdraget
work-withdraw = Fjern oppdraget
work-withdraw-question = Oppdraget avsluttes uten kontakt. Det kan ikke angres.
work-kept = Oppdraget slettes helt to uker etter at det ble ferdig.
work-gone = Oppdraget finnes ikke her lenger.
work-due-today = Første kontakt senest i dag
work-due = Første kontakt senest { $day }
work-due-missed = Forsinket: skulle vært ferdig { $day }
work-state-in-time = Kontakt i tide, { $day }
work-state-too-late = Kontakt etter fristen, { $day }
work-state-not_carried_out = Ble ikke noe av, { $day }
work-state-withdrawn = Fjernet { $day }
work-how = Hvordan gikk det?
work-how-hint = Koordinatoren ser bare svaret ditt her. Ikke noe om hva dere snakket om.
work-contacted = Jeg har hatt kontakt
work-not-carried-out = Det ble ingen kontakt
work-why-declined = Forelderen ville ikke
work-why-not-reached = Jeg fikk ikke tak i forelderen
work-why-other = Noe annet
work-undo-until = Feil knapp? Du kan angre til kl. { $time }.
work-undo = Angre
work-new-circle = Start en samtale for oppdraget
work-open-circle = Åpne samtalen
talk-title = Støtte til deg
talk-intro = Be om en prat med koordinatoren din. Koordinatoren ser bare at du vil snakke, ikke noe mer.
talk-ask = Jeg vil snakke med koordinatoren
talk-asked = Du har bedt om en prat med koordinatoren, { $day }.
talk-take-back = Det trengs ikke lenger
colleagues-title = Kolleger
colleagues-talks = { $count ->
        [one] Én vil snakke
       *[other] { $count } vil snakke
    }
colleagues-new = Ny kollega
colleague-unnamed = Kollega uten navn
colleague-name = Hva heter kollegaen?
colleague-name-hint = Bare koordinatorer i tjenesten din ser navnet.
colleague-talk = Vil snakke med deg siden { $day }
colleague-talk-had = Vi har snakket
colleague-remove = Kollegaen slutter
colleague-remove-question = { $name } kommer ikke inn lenger, fra og med nå. Samtalene får vite at { $name } har sluttet. Åpne oppdrag blir ledige, og lapper som ingen har brukt, slutter å gjelde. Det kan ikke angres.
colleague-remove-yes = Ja, avslutt nå
colleague-removed = { $name } kommer ikke inn lenger.
colleague-gone = Denne kollegaen finnes ikke her lenger.

## The queue and the posters

queue-title = Køen
queue-none = Ingen venter akkurat nå.
queue-waiting = { $count ->
        [one] Én venter, siden { $day }.
       *[other] { $count } venter. Den første kom { $day }.
    }
queue-take = Ta imot neste
queue-taking = Gjør klar samtalen …
queue-taken = Du har tatt imot den første i køen.
queue-quicker = En kollega var raskere, eller ingen venter lenger. Du trenger ikke gjøre noe mer.
queue-left = Den som ventet, har sluttet å vente. Samtalen som ble gjort klar, er fjernet.
queue-lacks = { $count ->
        [one] Én kom med plakaten { $mark }, som ikke finnes på denne enheten. Legg den til for å kunne ta imot.
       *[other] { $count } kom med plakaten { $mark }, som ikke finnes på denne enheten. Legg den til for å kunne ta imot.
    }
poster-add = Legg til en plakat
poster-add-why = Med koden på plakaten kan du ta imot dem som kommer med den. Serveren har ikke koden, så den trengs på enheten din. Skann plakaten eller skriv inn koden, én gang.
poster-code = Koden på plakaten
poster-add-submit = Legg til plakaten
poster-added = Plakaten er lagt til.
posters-title = Plakater
posters-intro = Mange kan bruke samme plakat. De som åpner den, velger hvem de vil skrive med, og får plass i køen der. Du ser hvor mange som venter, aldri hvem de er eller hva de skriver.
posters-live = Plakater som gjelder
posters-safety = En plakat er åpen for alle som ser den. Gi heller en egen lapp til den dere allerede har møtt. Her vises plakatene som er laget på denne enheten.
poster-named = Plakat { $mark }
poster-until = Gjelder til og med { $day }
poster-new = Ny plakat
poster-days = Hvor lenge skal den gjelde?
poster-words = Egne ord på plakaten (hvis du vil)
poster-words-hint = Én linje, for eksempel navnet på tjenesten. Ikke skriv noe som den som tar bilde av plakaten, ikke vil forbindes med.
poster-make = Lag plakaten
poster-what = Skriv den ut og heng den opp. Kollegene dine som svarer, skanner den én gang i appen sin. Den gjelder til og med { $day }.
poster-paper-title = Vil du skrive med noen?
poster-paper-what = Du velger selv hvem du skriver med, og hva du vil kalles. Det koster ingenting.
poster-qr = QR-kode som åpner plakaten
poster-paper-typed = Uten kamera: Åpne nettleseren og skriv inn adressen
poster-revoke = Trekk tilbake plakaten
poster-revoke-question = Ingen nye kommer inn med plakaten. De som allerede venter, beholder plassen. Ta den ned der den henger.
poster-revoke-yes = Ja, trekk tilbake
poster-revoked = Plakaten gjelder ikke lenger.
poster-gone = Plakaten finnes ikke lenger.

# The safe line between coordinator and supporter, and contact details
line-title = Sikker kanal for kontaktopplysninger
line-what = Gjennom kanalen kan du gi { $name } en forelders kontaktopplysninger. Bare dere to kan lese dem. Serveren kan ikke det.
line-state-none = Det finnes ingen kanal ennå. Lag en lapp som kollegaen åpner i appen sin.
line-state-waiting = Lappen er laget. { $name } har ikke åpnet den ennå.
line-state-ready = Kanalen er klar: { $name } er med.
line-state-lost = Denne enheten har mistet kanalen. Lag en ny lapp, så blir det en ny kanal.
line-slip = Lag en lapp for kanalen
line-slip-again = Lag en ny lapp
line-slip-what = Lappen er til { $name }. Vis den når dere møtes. { $name } åpner den i appen der { $name } allerede er logget inn.
line-ready-already = { $name } er allerede med. Det trengs ingen ny lapp.
line-open = Vis kanalen
line-mine = Kanalen til { $name }
line-paper = Lapp til { $name }: sikker kanal
line-paper-step = Åpne appen der du er logget inn, og lås opp. Trykk på «Legg til en lapp». Skann ruten eller skriv inn koden.
line-joined = Kanalen er klar.
line-page-coordinator = Her går bare kontaktopplysninger til oppdrag. Ingen skriver her, og ingenting telles.
line-page-supporter = Her får du kontaktopplysninger til oppdragene dine fra koordinatoren din. Ingen skriver her, og ingenting telles.
line-lost-supporter = Denne enheten har mistet kanalen. Be koordinatoren din om en ny lapp, og fjern så denne kanalen.
line-doubt = Kanalen får nye nøkler. Det som venter, sendes snart.
line-members = Med i kanalen
line-notices = Dette har skjedd
line-drop = Fjern kanalen
line-drop-question = Ingen nye kontaktopplysninger kan gå denne veien. Det kollegaen allerede har fått, blir hos kollegaen til oppdraget slettes. Vil du at det skal bli borte, tar du tilbake opplysningene først.
line-drop-question-supporter = Ingen nye kontaktopplysninger kan komme denne veien. Det du allerede har fått, blir her til oppdraget slettes.
line-drop-yes = Ja, fjern
line-dropped = Kanalen er fjernet.
details-title = Kontaktopplysninger
details-label = Hvordan kan forelderen nås?
details-hint = For eksempel navn og telefon, med nummeret på en egen linje. Bare { $name } kan lese dette. Serveren kan ikke det. Maks { $count } tegn.
details-hint-nobody = Ingen har oppdraget, så opplysningene finnes bare på denne enheten. Maks { $count } tegn.
details-save = Lagre og gi videre
details-take-back = Ta tilbake opplysningene
details-taken-back = Opplysningene er tatt tilbake.
details-kept = Opplysningene finnes bare på denne enheten. Ingen andre har fått dem.
details-waiting = Opplysningene venter på å bli sendt til { $name }.
details-given = Opplysningene er gitt til { $name }.
details-no-line = Du og { $name } har ingen sikker kanal ennå. Lag en, så kan du gi kontaktopplysninger.
details-to-line = Til kanalen
details-no-holder = Gi oppdraget til noen først. Så kan du skrive kontaktopplysninger.
details-too-long = Teksten er for lang. Maks { $count } tegn.
details-call = Ring { $number }
details-shown-hint = Bare du og koordinatoren din kan lese dette. Det blir borte herfra to uker etter at oppdraget ble ferdig, eller når koordinatoren tar det tilbake.
details-offline = Oppdragene dine er ikke hentet ennå. Dette ligger fortsatt på enheten.

## Project lead

release-title = Kontakter i tall
release-none = Ingen periode er publisert ennå.
release-none-why = Tall publiseres når en periode er over, og når de bygger på så mange foreldre at ingen kan pekes ut.
release-choose = Periode
release-period-span = { $first } til { $last }
release-period-half_year = Halvår: { $first } til { $last }
release-period-year = År: { $first } til { $last }
release-loading = Henter tallene …
release-chart = Diagram
release-chart-label = Antall for hver type kontakt
release-table = Tabell
release-org = Tjeneste
release-kind = Type kontakt
release-count = Antall kontakter
release-all = Alt sammen
release-total = Alle typer
release-all-orgs = Alle tjenester
release-org-municipality = Kommune
release-org-association = Forening
release-persons = Antall foreldre
release-occasions = Antall anledninger
release-withheld-none = Ingenting er holdt tilbake i denne perioden.
release-withheld = Det som ikke vises, og hvorfor
release-definitions = Hva ordene betyr
release-rule = Regel for publisering
release-rule-text = Et tall vises bare når det bygger på minst { $k } foreldre.
release-rounding = Antall er avrundet til nærmeste { $step }.
release-exact = Antall er nøyaktige.
release-unreadable = Tallene finnes, men kan ikke vises her. Last ned filen i stedet.
release-persons-title = Ulike foreldre i hele tidsrommet
release-outcomes = Hva støtten førte til
release-outcome = Svar
release-outcome-count = Antall
counted-first_contact = Første kontakt
counted-first_contact-in_time = I tide
counted-first_contact-late = For sent
counted-first_contact-not_carried_out = Det ble ikke noe av oppdraget
counted-closing = Hvordan støtten ble avsluttet
counted-conversations = Samtaler i hvert støtteforløp
counted-conversations-none = Ingen samtaler
counted-conversations-few = 1–2 samtaler
counted-conversations-some = 3–5 samtaler
counted-conversations-many = 6 eller flere samtaler
counted-daily_week = Uker med daglig kontakt
counted-wellbeing_first = Hvordan forelderen hadde det i starten
counted-wellbeing_last = Hvordan forelderen hadde det på slutten
counted-experience = Hvordan støtten har vært for forelderen
release-csv = Last ned CSV
release-json = Last ned JSON

# One period
release-view = Vis
release-view-one = Én periode
release-view-time = Over tid
release-withheld-none-contacts = Av kontaktene er ingenting holdt tilbake.
release-withheld-organisation_and_contact = Antall kontakter fordelt på både tjeneste og type kontakt vises ikke.
release-withheld-contact = Antall kontakter fordelt på type kontakt vises ikke.
release-withheld-organisation = Antall kontakter fordelt på tjeneste vises ikke.
release-withheld-total = Antall kontakter, alt sammen, vises ikke.
release-nothing = Antall kontakter vises ikke for denne perioden.
release-outcomes-hidden = Dette vises ikke for perioden:
release-why-span = Grunnen: En gruppe bygger på færre enn { $k } foreldre.
release-why-half_year = Grunnen: En gruppe bygger på færre enn { $k } foreldre, eller tallet ville avslørt det en kortere periode holdt tilbake.
release-why-year = Grunnen: En gruppe bygger på færre enn { $k } foreldre, eller tallet ville avslørt det en kortere periode holdt tilbake.
release-why-hidden-span = Grunnen: færre enn { $k } foreldre, eller ingen. Det som ble telt, venter på halvåret og året.
release-why-hidden-half_year = Grunnen: færre enn { $k } foreldre, eller ingen, eller tallet ville avslørt det en kortere periode holdt tilbake. Det som ble telt, venter på året.
release-why-hidden-year = Grunnen: færre enn { $k } foreldre, eller ingen, eller tallet ville avslørt det en kortere periode holdt tilbake.

# Periods one after the other
times-scope = Perioder som vises
times-scope-span = Perioder
times-scope-half_year = Halvår
times-scope-year = År
times-loading = Henter periodene …
times-period = Periode
times-few = Det finnes bare én periode ennå. Når det er flere, står de her etter hverandre.
times-totals = Alt sammen
times-kinds = Kontakter fordelt på type
times-orgs = Kontakter fordelt på tjeneste
times-caption = De samme tallene står i tabellen under diagrammet.
times-no-columns = Ingen av periodene viser kontaktene delt opp på denne måten.
times-withheld = holdt tilbake
times-missing = mangler
times-unreadable = bare i filen
times-note-withheld = Holdt tilbake betyr at tallet finnes, men ikke vises, så ingen kan pekes ut. Det betyr ikke null.
times-note-missing = Mangler betyr at ingen publisering dekker den tiden. Det betyr ikke null.
times-note-unreadable = Bare i filen betyr at tallene for perioden ikke kan vises her. Last ned filen for perioden.
times-note-sum = ≈ står foran summer av avrundede tall. Det riktige tallet kan være et annet.
times-note-length = Periodene er ulikt lange. Sammenlign dem med forsiktighet.
times-note-older = Eldre perioder enn disse vises ikke. De kan velges én og én.
times-never = Ble ikke telt i noen periode som vises: { $list }.
times-chart-failed = Diagrammet kunne ikke hentes. Tallene står i tabellen.

# Text for a report. A count is never one: every number rests on several parents.
report-title = Tekst til en rapport
report-hint = Kopier teksten, eller merk den delen du trenger.
report-copy = Kopier teksten
report-copied = Teksten er kopiert.
report-copy-failed = Det gikk ikke å kopiere. Teksten er merket, så du kan kopiere den selv.
report-contacts-span = I perioden { $first } til { $last } hadde { $persons } foreldre kontakt med støtten, ved { $occasions } anledninger. I alt ble det telt { $contacts } kontakter.
report-contacts-half_year = I halvåret { $first } til { $last } hadde { $persons } foreldre kontakt med støtten, ved { $occasions } anledninger. I alt ble det telt { $contacts } kontakter.
report-contacts-year = I året { $first } til { $last } hadde { $persons } foreldre kontakt med støtten, ved { $occasions } anledninger. I alt ble det telt { $contacts } kontakter.
report-hidden-span = Antall kontakter i perioden { $first } til { $last } vises ikke.
report-hidden-half_year = Antall kontakter i halvåret { $first } til { $last } vises ikke.
report-hidden-year = Antall kontakter i året { $first } til { $last } vises ikke.
report-item = { $count } { $kind }
report-kind-dialogue = dager med meldinger
report-kind-email = samtaler på e-post
report-kind-phone = telefonsamtaler
report-kind-call = anrop i appen
report-kind-visit = besøk
report-kind-meeting = møter sammen
report-kind-group = gruppesamlinger
report-kinds = Kontaktene var { $list }.
report-kinds-municipality = Kommunens kontakter var { $list }.
report-kinds-association = Foreningens kontakter var { $list }.
report-kinds-none-municipality = Kommunen hadde ingen kontakter.
report-kinds-none-association = Foreningen hadde ingen kontakter.
report-none = Det ble ikke telt noen { $list }.
report-org-municipality = Kommunen hadde { $contacts } kontakter med { $persons } foreldre, ved { $occasions } anledninger.
report-org-association = Foreningen hadde { $contacts } kontakter med { $persons } foreldre, ved { $occasions } anledninger.
report-persons = { $municipality } foreldre hadde kontakt med kommunen og { $association } med foreningen. En forelder kan ha hatt kontakt med begge.
report-outcome-first_contact = { $count } oppdrag gjaldt en første kontakt, med { $persons } foreldre.
report-outcome-closing = { $count } støtteforløp ble avsluttet, for { $persons } foreldre.
report-outcome-conversations = For { $count } avsluttede støtteforløp ble det telt hvor mange samtaler det ble, med { $persons } foreldre.
report-outcome-daily_week = I { $count } uker hadde en forelder kontakt hver dag. Det gjaldt { $persons } foreldre.
report-outcome-wellbeing_first = { $persons } foreldre sa hvordan de hadde det ved den første samtalen, i { $count } svar.
report-outcome-wellbeing_last = { $persons } foreldre sa hvordan de hadde det ved den siste samtalen, i { $count } svar.
report-outcome-experience = { $persons } foreldre sa hvordan støtten hadde vært for dem, i { $count } svar.
report-value = { $name } ({ $count })
report-between = {"; "}
report-values = De fordelte seg slik: { $list }.
report-values-of = { $org }: { $list }.
report-quoted = «{ $name }»
report-coarse = Dette vises bare i grovere deler enn det ble telt: { $list }.
report-outcomes-hidden = Dette vises ikke: { $list }.
report-meaning = En anledning er én forelder på én dag med minst én kontakt. En dag med meldinger er én kontakt, uansett hvor mange meldinger det ble.
report-meaning-both = En forelder kan ha flere kontakter samme dag, og en kontakt med begge foreldrene er én kontakt, men to anledninger.
report-meaning-why = Derfor er antallet kontakter ({ $contacts }) ikke det samme som antallet anledninger ({ $occasions }).
report-rounding = Derfor kan delene til sammen bli noe annet enn helheten.
report-source = Kilde: Bredvid, publisering nummer { $id }.

## Help

help-title = Hjelp
help-now = Hvis det haster
help-112 = Liv eller barn i fare: ring 112
help-1177 = Råd om helse hele døgnet: ring 1177
help-social = Akutt hjelp fra sosialtjenesten kveld, natt og helg: ring 112 og be om «socialjouren», eller finn nummeret på kommunens nettsider.
    .easy = Trenger du sosialtjenesten om kvelden eller natten? Ring 112. Be om «socialjouren».
help-exit-title = Forlat raskt
help-exit = Knappen låser meldingene og viser en vanlig handleliste. Du kan også trykke på Shift tre ganger.
    .easy = Trykk på «Forlat raskt». Da låses alt. Du ser en handleliste.
help-exit-cannot = Knappen kan ikke skjule at siden har vært åpen. Adressen kan ligge igjen i nettleserens historikk, og den som har et spionprogram på telefonen, ser hva du gjør. Det du har lagret på telefonen, er der også fortsatt.
    .easy = Siden kan likevel vises i nettleserens historikk.
help-install-title = Legg på startskjermen
help-install = Velg «Legg til på startskjermen» i nettleserens meny. Da heter appen Anteckningar (notater) og har et vanlig ikon.
help-limits-title = Hva vi ikke kan beskytte

## Settings

settings-title = Innstillinger
settings-name = Du heter { $name } her
settings-lock = Lås nå
settings-forget-title = Slett
settings-forget-text = Slett alt på denne enheten, for eksempel før du gir fra deg telefonen. Du trenger en ny lapp for å komme tilbake.
    .easy = Skal du gi fra deg telefonen? Slett alt her først.

## When something goes wrong. What follows “problem-” is the error code.

problem-unknown = Noe gikk galt. Prøv igjen om litt. ({ $code })
problem-offline = Ingen kontakt med serveren. Sjekk nettet og prøv igjen.
problem-storage_failed = Det gikk ikke å lagre på denne enheten. Er minnet fullt?
problem-storage_evicted = Nettleseren har slettet det som var lagret her. Be om en ny lapp, så kan dere fortsette.
problem-crypto_failed = Nøklene kunne ikke brukes. Lukk siden og åpne den igjen.
problem-text_too_long = Meldingen er for lang. Del den i to.
problem-text_empty = Skriv noe først.
problem-name_bad = Skriv et navn, maks 40 tegn.
problem-pin_bad = PIN-koden skal ha seks sifre, eller bruk et passord med minst åtte tegn.
problem-clock_wrong = Klokken på denne enheten går feil. Still den riktig og prøv igjen.
problem-bad_frame = Serveren forsto ikke. Last siden på nytt og prøv igjen.
problem-frame_too_large = Det er for stort til å sendes.
problem-unknown_frame = Serveren forsto ikke. Last siden på nytt og prøv igjen.
problem-not_now = Det går ikke akkurat nå. Prøv igjen om litt.
problem-too_many = For mange forsøk. Vent litt og prøv igjen.
problem-internal = Noe gikk galt på serveren. Ingenting er endret. Prøv igjen om litt.
problem-storage_full = Serveren er full. Det du skriver, lagres her og sendes senere.
problem-shutting_down = Serveren starter på nytt. Det fortsetter av seg selv om litt.
problem-login_failed = Serveren kjenner ikke igjen denne enheten. Be om en ny lapp.
problem-not_allowed = Dette er ikke åpent for deg.
problem-passkey_bad = Passnøkkelen passet ikke. Prøv igjen.
problem-passkey_unsuited = Den nøkkelen er ikke nok. Enheten må kunne se at det er deg: med fingeravtrykk, ansikt eller kode.
problem-session_ended = Du er logget ut. Logg inn igjen.
problem-passkey_cancelled = Det ble ikke noe av denne gangen. Prøv igjen når du vil.
problem-passkey_none = Denne enheten eller nettleseren kan ikke bruke passnøkler. Slå på skjermlås, eller bruk en annen enhet.
problem-passkey_forbidden = Nettleseren tillater ikke passnøkler på denne adressen. Si fra til den som driver serveren.
problem-device_exists = Denne enheten er allerede registrert.
problem-slip_unknown = Vi finner ikke lappen. Sammenlign hver del av koden med lappen.
problem-slip_used = Lappen er allerede brukt. Be om en ny.
problem-slip_expired = Lappen er for gammel. Be om en ny.
problem-slip_selector_taken = Det gikk ikke å lage lappen. Prøv en gang til.
problem-slip_limit = Samtalen har så mange lapper som den kan ha. Trekk tilbake en som ikke trengs.
problem-slip_mistyped = En del av koden ser ikke riktig ut.
problem-slip_stale = Lappen fornyes akkurat nå. Prøv igjen om et lite øyeblikk.
problem-door_limit = Så mange plakater kan ikke gjelde samtidig. Trekk tilbake en som ikke trengs.
problem-door_day_limit = Så mange har kommet med plakaten i dag at vi ikke kan ta imot flere. Prøv i morgen.
problem-queue_empty = Ingen venter akkurat nå, eller en kollega var raskere.
problem-not_waiting = Plassen i køen finnes ikke, eller noen tar imot akkurat nå.
problem-queue_full = Så mange venter der at køen er full. Velg noen andre, eller prøv i morgen.
problem-slip_is_door = Dette er en plakat. Den er for den som er ny her. Du er allerede med.
problem-not_a_door = Dette er ikke en plakat. En lapp legger du til på siden for lapper.
problem-bad_expiry = En lapp kan gjelde fra én til tretti dager, og en plakat i maks 400 dager.
problem-circle_unknown = Vi finner ikke samtalen.
problem-circle_exists = Samtalen finnes allerede.
problem-not_a_member = Denne enheten er ikke med i samtalen lenger.
problem-epoch_stale = Samtalen er endret. Det fortsetter av seg selv om litt.
problem-ack_beyond_head = Serveren har gått tilbake i tid. Si fra til den som driver den.
problem-circle_full = Samtalen har så mange enheter som den kan ha.
problem-mailbox_full = For mye venter i samtalen. Det du skriver, lagres her og sendes senere.
problem-tally_limit = Så mange kontakter kan ikke telles på én dag. De ligger på denne enheten og telles i morgen.
problem-organisation_full = Det er ikke plass til flere personer i organisasjonen. Si fra til den som driver serveren.
problem-circle_limit = Så mange samtaler kan ikke åpnes på én dag. Fortsett i morgen.
problem-slip_day_limit = Så mange lapper kan ikke lages på én dag. Fortsett i morgen.
problem-staff_slip_limit = Organisasjonen har så mange åpne lapper til kolleger som den kan ha. Trekk tilbake en, eller vent til en er brukt.
problem-span_closed = Perioden er avsluttet.
problem-bad_contact = Den typen kontakt kan ikke telles.
problem-release_unknown = Den perioden finnes ikke.
problem-pin_wrong = Feil PIN-kode.
problem-share_destroyed = PIN-koden ble feil for mange ganger. Be om en ny lapp.
problem-mls_malformed = En melding kunne ikke leses.
problem-mls_wrong_group = En melding hørte til en annen samtale og vises ikke.
problem-mls_wrong_epoch = En melding kom for sent og kan ikke leses.
problem-mls_bad_signature = En melding kom ikke fra den som sto som avsender. Den vises ikke.
problem-bad_label = Skriv et navn på én linje, maks 40 tegn.
problem-bad_due = Dagen må være mellom i dag og seksti dager fram i tid.
problem-staff_unknown = Kollegaen er ikke i tjenesten din lenger.
problem-assignment_unknown = Oppdraget finnes ikke her lenger. Kanskje har noen andre fått det.
problem-assignment_exists = Oppdraget fantes allerede. Prøv en gang til.
problem-assignment_over = Oppdraget er allerede avsluttet.
problem-assignment_limit = Det er ikke plass til så mange oppdrag samtidig. Fjern noen som ikke skal gjøres.
problem-staff_limit = Det er ikke plass til flere kolleger. Be den som driver serveren, om hjelp.
problem-mls_decrypt_failed = En melding kunne ikke leses.
problem-mls_replayed = En melding kom to ganger og vises én gang.
problem-mls_refused = Noen prøvde å endre samtalen på en måte som ikke er tillatt. Det ble stoppet.
problem-join_failed = Lappen passer ikke til samtalen. Be om en ny.
problem-state_bad = Det som var lagret, kan ikke leses. Be om en ny lapp, så kan dere fortsette.
problem-state_rolled_back = Nøklene fornyes. Prøv igjen om et lite øyeblikk.
problem-thread_lost = Denne enheten har mistet tråden i samtalen. Be om en ny lapp, så går det videre.
problem-content_unknown = En melding trenger en nyere versjon. Last siden på nytt.

## Staff: passkeys

passkey-create-title = Lag en passnøkkel
passkey-create-text = Du som jobber her, logger inn med en passnøkkel. Da er det sikkert at det er deg, selv om noen andre får tak i enheten.
passkey-create-hint = Enheten ber om fingeravtrykket ditt, ansiktet ditt eller enhetens kode. Det forlater aldri enheten.
passkey-create = Lag passnøkkel
passkey-title = Logg inn
passkey-text = Bruk passnøkkelen din for å vise at det er deg.
passkey-ended-title = Du er logget ut
passkey-ended-text = Ingen brukte appen på en stund, eller arbeidsdagen er over. Det du har skrevet, er her fortsatt.
passkey-sign-in = Logg inn
passkey-busy = Venter på enheten …
passkey-lost = Har du mistet passnøkkelen din? Be koordinatoren din om en ny lapp.

## Attachments

problem-attachment_gone = Vedlegget finnes ikke lenger. Be den som sendte det, om å sende det igjen.
problem-attachment_room = Det er ikke plass til flere vedlegg akkurat nå. Prøv igjen senere.
problem-attachment_incomplete = Hele vedlegget har ikke kommet fram ennå. Prøv igjen om litt.
problem-attachment_mismatch = Noe gikk galt med vedlegget på veien. Velg det igjen.
problem-attachment_day_limit = Du kan ikke sende flere vedlegg i dag. Prøv igjen i morgen.

## Attachments: choose, send, look, save

attach-open = Bilde, fil eller tale
attach-title = Legg ved
attach-what = Hva vil du sende?
attach-take = Ta et bilde
attach-choose = Velg et bilde
attach-voice = Talemelding
attach-file = Velg en fil
attach-hint = En fil kan være på maks 25 MB. Et bilde gjøres mindre, og opplysninger om hvor og når det ble tatt, fjernes. Bare dere som er med i samtalen, kan åpne det du sender.
attach-caption = Noen ord til (hvis du vil)
attach-caption-over = Teksten er { $count ->
        [one] ett tegn
       *[other] { $count } tegn
    } for lang.
attach-send = Send
attach-other = Velg noe annet
attach-busy = Gjør klart …
attach-sending = Det sendes nå. Du kan fortsette å skrive.
attach-photo_unreadable = Bildet kan ikke åpnes her. Det kan være ødelagt, eller av en type som nettleseren ikke kan lese. Ta et nytt bilde, eller send det som fil.
attach-photo_huge = Bildet er for stort for denne enheten. Ta et nytt bilde med lavere oppløsning, eller send det som fil.

crop-title = Beskjær bildet
crop-how = Dra i prikkene for å skjære bort det som ikke skal være med. Med tastaturet: Gå til en kant med Tab og flytt den med piltastene.
crop-top = Øvre kant
crop-bottom = Nedre kant
crop-left = Venstre kant
crop-right = Høyre kant
crop-turn = Roter en kvart omgang
crop-whole = Ta med hele bildet

voice-what = Snakk i ro og mak. Du kan ta pause, og lytte før du sender. Maks ti minutter.
voice-start = Start opptaket
voice-starting = Starter mikrofonen …
voice-recording = Tar opp
voice-paused = På pause
voice-level = Hvor høy lyden er
voice-pause = Pause
voice-go = Fortsett
voice-done = Ferdig
voice-drop = Kast opptaket
voice-drop-question = Vil du kaste opptaket? Du kan ikke få det tilbake.
voice-drop-yes = Kast det
voice-found = Her er et opptak som ikke ble sendt. Lytt, og send det eller kast det.
voice-soon-full = Det er mindre enn ett minutt igjen.
voice-full = Ti minutter er gått. Lytt og send, så kan du ta opp en til.
voice-microphone_denied = Mikrofonen er slått av for denne siden. Tillat den i nettleserens innstillinger og prøv igjen.
voice-microphone_none = Ingen mikrofon kan brukes her. Kanskje bruker et annet program den.
voice-note = Talemelding
voice-play = Spill av
voice-fast = Raskere
voice-position = Sted i opptaket
voice-at = { $at } av { $of }
voice-failed = Lyden kan ikke spilles av.

attachment-photo = Bilde
attachment-file = Fil
attachment-voice = Talemelding
attachment-photo-name = bilde.jpg
attachment-file-name = fil
attachment-new = { $author } har sendt: { $what }
attachment-larger = Vis større
attachment-smaller = Vis mindre
attachment-save = Lagre på enheten
attachment-fetch = Hent ({ $size })
attachment-fetching = Hentes …
attachment-sending = Sendes …
attachment-percent = { $percent } %
attachment-stuck = Det er ikke sendt ennå.
attachment-stuck-here = Det har ikke kommet hit ennå.
attachment-gone = Det kan ikke hentes lenger. Be den som sendte det, om å sende det igjen.
attachment-ask-again = Prøv å hente det igjen
attachment-broken = Det som kom hit, er ødelagt og kan ikke åpnes. Be den som sendte det, om å sende det igjen.
attachment-more = Mer
attachment-cancel = Ikke send
attachment-cancel-question = Vil du fjerne det herfra og ikke sende det?
attachment-cancel-yes = Fjern
size-kb = { $size } kB
size-mb = { $size } MB
problem-attachment_empty = Filen er tom.
problem-attachment_too_large = Filen er for stor. Den kan være på maks 25 MB.
problem-file_unreadable = Filen kunne ikke leses. Velg den igjen.
problem-device_full = Det er ikke plass på denne enheten. Fjern noe annet fra den og prøv igjen. Det som allerede er her, blir ikke borte.

## Look, easy reading and reading aloud

room-failed = Denne siden kom ikke fram. Det du har skrevet, er her fortsatt. Sjekk nettet og prøv igjen.
lock-title = Låser seg selv
lock-after = Lås når ingen har rørt appen på
lock-minutes = { $count ->
        [one] 1 minutt
       *[other] { $count } minutter
    }
lock-what = Du åpner igjen med koden din. Det du har skrevet, er der fortsatt. Appen låser seg ikke mens noe tas opp eller sendes.
tell-exit-title = Når du går raskt
tell-exit = Si fra til { $names } når jeg forlater appen raskt
tell-exit-what = De ser da at du gikk i all hast, når det var, og at de ikke skal ringe eller skrive før du skriver. Det vises ikke på telefonen din.
tell-exit-not = Er en forelder til med i samtalen, blir ingenting sagt der. Uten nett blir det sagt først når du har åpnet igjen.
look-title = Utseende
theme-title = Lyst eller mørkt
theme-phone = Som telefonen
theme-light = Lyst
theme-dark = Mørkt
easy-title = Lettlest
easy-what = Større tekst, mer luft og kortere setninger.
read-aloud = Les høyt
read-stop = Slutt å lese
read-no-voice = Telefonen har ingen stemme for norsk. Kanskje kan du hente en i telefonens innstillinger.
read-failed = Det gikk ikke å lese høyt. Prøv igjen.
easy-next = Videre
conversation-readers = { $names } kan lese det du skriver her. Ingen andre kan det.
people-what = Her ser du hvem som er med i samtalen. Bare de kan lese.
settings-what = Det du velger her, gjelder bare denne enheten. Ingen andre ser det.
add-slip-what = En ny lapp gir deg en samtale til. De andre samtalene endres ikke.
circles-what = Bare de som er med i en samtale, kan lese den.
dictate-start = Snakk inn
dictate-stop = Slutt å lytte
dictate-failed = Vi kunne ikke høre noe. Prøv igjen, eller skriv.

## Messages: answer, react, change, delete, search

message-more = Mer
message-more-of = om meldingen fra { $author }
message-more-mine = om meldingen din
message-reply = Svar
message-edit = Endre
message-react = Reager
reactions = Reaksjoner
reaction-heart = Hjerte
reaction-thumb_up = Tommel opp
reaction-thanks = Takk
reaction-hug = Klem
reaction-sad_with_you = Føler med deg
reaction-tick = Ok
reaction-who = { $reaction }: { $who }
reaction-again = Trykk på reaksjonen din én gang til for å fjerne den.
message-changed = Endret
message-gone = En melding er slettet.
message-changing = Endringen er ikke sendt ennå. De andre ser den gamle teksten.
message-going = Ikke sendt ennå. De andre kan fortsatt se meldingen.
message-unfetched = Ikke hentet ennå. Kanskje er telefonen slått av.
delete-all = Slett for alle
delete-all-question = Meldingen forsvinner for alle i samtalen. Noen kan allerede ha lest den.
delete-all-yes = Ja, slett for alle
delete-unsent-question = Meldingen er ikke sendt ennå. Sletter du den, blir den aldri sendt.
delete-too-late = Det er gått mer enn et døgn. Du kan slette meldingen på denne enheten.
delete-here = Slett på denne enheten
delete-here-question = Meldingen forsvinner bare her. De andre har den fortsatt.
delete-here-yes = Ja, slett her
quote-go = Svar på:
quote-gone = En melding som er slettet
quote-missing = En melding som ikke finnes her
reply-title = Du svarer på en melding
reply-cancel = Avbryt svaret
edit-title = Du endrer meldingen din
edit-save = Lagre endringen
edit-too-late = Det er gått mer enn en time. Meldingen kan ikke endres lenger.
conversation-since = Nytt siden du var her
conversation-newer = Vis nyere
conversation-keep = Meldinger slettes etter { $days } dager, for alle.
conversation-long = Teksten er for lang for én melding. Den ligger fortsatt her.
conversation-parts = { $count ->
    [one] Send i { $count } del
   *[other] Send i { $count } deler
}
search-open = Søk i samtalen
search-title = Søk
search-label = Ord du vil søke etter
search-where = Hvor vil du søke?
search-here = I denne samtalen
search-everywhere = I alle samtaler
search-private = Søket gjøres bare på denne enheten.
search-count = { $count ->
    [0] Ingenting ble funnet.
    [one] { $count } melding ble funnet.
   *[other] { $count } meldinger ble funnet.
}
search-newest = De { $count } nyeste vises. Skriv flere ord for å finne den rette.

## To remember: meetings, telephone numbers, what was agreed, the week, pinned messages

kept-title = Ting å huske
kept-what = Her er møter, telefonnumre og annet som er godt å finne igjen. Alle i samtalen ser det.
kept-empty = Her er det ingenting ennå.
kept-add = Legg til
kept-next = Møte { $when }
kept-asks = { $count ->
    [one] Et forslag til møte venter på svaret ditt.
   *[other] { $count } forslag til møter venter på svaret ditt.
}
card-kind-meeting = Møte
card-kind-phone = Telefonnummer
card-kind-agreed = Det vi er blitt enige om
card-kind-week = Ukeplan
card-kind-gone = Et kort
card-add-meeting = Foreslå et møte
card-add-phone = Skriv opp et telefonnummer
card-add-agreed = Skriv hva vi er blitt enige om
card-add-week = Lag en ukeplan
card-edit = Endre
card-change = Endre kortet
card-drop = Fjern
card-drop-question = Kortet forsvinner for alle i samtalen.
card-drop-yes = Ja, fjern
card-dropped = Kortet er fjernet.
card-by = Skrevet av: { $author }
card-unsent = Ikke sendt ennå. De andre ser det ikke ennå.
card-call = Ring { $number }
card-title-meeting = Hva gjelder møtet?
card-title-phone = Hvem går nummeret til?
card-title-agreed = Hva gjelder det?
card-title-week = Hva skal planen hete?
card-optional = Du trenger ikke å fylle ut dette.
card-text-meeting = Mer om møtet
card-text-phone = Telefonnummer
card-text-agreed = Hva er dere blitt enige om?
card-lines = Hva skal gjøres? Skriv én ting på hver linje.
card-lines-hint = Maks { $count } linjer.
card-time = Når?
card-time-number = Forslag { $number }
card-date = Dag
card-clock = Klokkeslett
card-time-more = Foreslå et tidspunkt til
card-seen = Alle i samtalen ser det du skriver her.
card-week-again = Når du endrer planen, begynner den på nytt, og ingenting er krysset av.
card-meeting-again = Når du endrer møtet, blir alle spurt én gang til.
card-saved = Lagret under «Ting å huske».
card-empty = Fyll ut dette.
card-too-long = Teksten er for lang. Den kan ha maks { $count } tegn.
card-bad-lines = Skriv minst én linje og maks { $count }.
card-long-line = En linje er for lang. Den kan ha maks { $count } tegn.
card-bad-time = Velg en dag og et klokkeslett som ikke har vært, maks ett år fram i tid.
meeting-set = Bestemt: { $when }
meeting-proposed = Foreslått tidspunkt:
meeting-over = Tidspunktet har vært.
meeting-question = Passer det for deg?
meeting-suits = { $when } passer
meeting-none = Ingen tid passer
meeting-not = Tidspunktet passer ikke
meeting-answered = Svaret ditt er lagret.
meeting-answer = { $who }: { $when } passer
meeting-answer-none = { $who }: ingen tid passer
meeting-waits = Venter på svar fra { $names }.
calendar-save = Legg inn i kalenderen
calendar-what = I kalenderen står bare ordet Påminnelse og tidspunktet. En kalender kan vises på andre skjermer og for andre som deler den.
calendar-summary = Påminnelse
pins-title = Festede meldinger
pins-what = Festede meldinger slettes etter { $days } dager, som alle andre. Det som skal bli liggende lenger, skriver du på et kort.
pin-go = Vis i samtalen
pin-add = Fest
pin-remove = Løsne
pin-added = Meldingen ligger nå under «Ting å huske».
pin-removed = Meldingen er ikke festet lenger.
act-card-new = { $actor } la til under «Ting å huske»: { $what }.
act-card-changed = { $actor } endret under «Ting å huske»: { $what }.
act-card-gone = { $actor } fjernet fra «Ting å huske»: { $what }.
act-meeting = { $actor } svarte om møtet: { $when } passer.
act-meeting-none = { $actor } svarte om møtet: Ingen tid passer.
problem-cards_full = Det er allerede 20 kort, og det er ikke plass til flere. Fjern et som ikke trengs lenger, og prøv igjen.
problem-phone_bad = Det ser ikke ut som et telefonnummer. Skriv sifre, gjerne med + først.

## Good to know: the organisations' own pages

info-title = Godt å vite
info-intro = Her er sider fra dem som driver støtten.
info-none = Her er det ingen sider ennå.
info-private = Du trenger ikke å logge inn for å lese. Serveren lagrer ikke hvem som leser. Det du har lest, ligger på denne enheten, så du kan lese det uten nett.
info-other-language = Siden finnes ikke på språket ditt. Den vises på { $language }.
info-from = Siden kommer fra { $org }.
info-leaves = (åpner et annet nettsted)
info-gone = Siden finnes ikke lenger.
info-offline = Siden kan ikke hentes akkurat nå. Sjekk nettet og prøv igjen.
