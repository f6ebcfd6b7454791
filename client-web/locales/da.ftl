# Dansk. The model is sv.ftl; comments are in English.

## Everywhere

app-loading = Åbner …
language = Sprog
skip-to-content = Gå til indholdet
top-bar = Hjælp og udgang
quick-exit = Forlad hurtigt
quick-exit-hint = Du kan også trykke på Shift tre gange.
call-112 = Ring 112
back = Tilbage
close = Luk
cancel = Annuller
done = Færdig
save = Gem
saved = Gemt.
copy-link = Kopier linket
copied = Kopieret.
copy-failed = Det kunne ikke kopieres.
print = Udskriv
try-again = Prøv igen
menu-help = Hjælp
menu-settings = Indstillinger
hours-label = Åbent og svar:
hours-unknown = Du kan skrive når som helst. Du får svar, når der er nogen på plads.
hours-open = Åbent nu.
# $time: "today 17:00", "Monday 08:00": see moment-*
hours-open-until = Åbent nu. Lukker { $time }.
hours-opens = Lukket nu. Åbner { $time }.
hours-answer-by = Skriver du nu, får du svar senest { $time }.
moment-today = i dag kl. { $time }
moment-tomorrow = i morgen kl. { $time }
moment-day = { $day } kl. { $time }

role-parent = Forælder
role-supporter = Støtteperson
role-coordinator = Koordinator
role-lead = Projektleder

## Contact with the server

link-offline = Ingen forbindelse lige nu. Det, du skriver, gemmes her og sendes senere.
    .easy = Intet net lige nu. Det, du skriver, gemmes.
link-offline-retry = Ingen forbindelse lige nu. Det, du skriver, gemmes her. Nyt forsøg om { $seconds ->
        [one] et sekund
       *[other] { $seconds } sekunder
    }.
link-connecting = Opretter forbindelse …
link-retry = Prøv nu
lock-soon = Låser snart. Rør skærmen, hvis du vil blive.
waiting-banner = { $count ->
        [one] Én besked venter på at blive sendt.
       *[other] { $count } beskeder venter på at blive sendt.
    }

## The first time: no slip yet

start-title = Har du fået en seddel?
start-intro = Du har fået en seddel med en kode af en, der vil stå ved din side. Skriv koden her, så kan du skrive med det samme. Har du set en plakat? Skriv koden derfra.
    .easy = Har du fået en seddel med en kode? Skriv koden her. Så kan du skrive med det samme.
start-code-label = Koden på sedlen
start-code-hint = Store eller små bogstaver er lige meget. Du kan også sætte hele linket ind.
    .easy = Små bogstaver er også fine.
start-open = Åbn sedlen
start-opening = Læser sedlen …
start-scan = Scan QR-koden med kameraet
start-scan-stop = Luk kameraet
start-scan-title = Hold sedlen foran kameraet
start-scan-view = Billede fra kameraet
start-scan-failed = Kameraet kan ikke bruges her. Skriv koden i stedet, eller åbn telefonens eget kamera, og ret det mod QR-koden.
start-scan-advice = Er der en QR-kode på sedlen? Åbn telefonens eget kamera, og ret det mod koden.
start-none-title = Ingen seddel?
start-none = Spørg den, der tilbød dig støtte. En ny seddel er hurtig at lave, og den koster ikke noget.
    .easy = Spørg den, der tilbød dig støtte. Det koster ikke noget.
slip-mistyped-part = Del { $part } ser ikke rigtig ud. Sammenlign den med sedlen, tegn for tegn.
slip-mistyped-which = Del { $part } af koden:

## The slip has been read: choose a name and a PIN

join-title = Velkommen
join-what = Her kan du skrive med { $org }, når du vil. Kun I, der er med i samtalen, kan læse den: ikke sagsbehandleren i socialforvaltningen, ikke nogen chef og ikke den, der passer serveren.
    .easy = Her kan du skrive med { $org }. Kun I, der er med, kan læse det. Socialforvaltningen kan ikke læse det. Ingen chef kan læse det.
join-limits = Men den, der har både din telefon og din pinkode, kan læse med. Og den, du skriver med, kan have pligt til at sende en underretning til kommunen, hvis et barn tager skade.
    .easy = Den, der har din telefon og din pinkode, kan også læse det. Den, du skriver med, kan have pligt til at sige det til kommunen, hvis et barn tager skade.
join-what-staff = Med sedlen bliver denne enhed din nøgle hos { $org } som { $role ->
        [supporter] støtteperson
        [coordinator] koordinator
       *[lead] projektleder
    }.
join-limits-supporter = Du læser kun samtaler, som du selv er med i. Ingen kan læse dem for dig, hvis telefonen bliver væk.
join-limits-staff = Du ser aldrig, hvad nogen skriver, og ingen kan se det gennem dig.
join-more = { $count ->
        [one] Der er en seddel mere i linket. Den bruges samtidig.
       *[other] Der er { $count } sedler mere i linket. De bruges samtidig.
    }
join-cannot-title = Hvad kan vi ikke beskytte mod?
join-cannot-spy = Et spionprogram i telefonen kan læse det, du læser.
join-cannot-force = Hvis nogen tvinger dig til at låse op, kan de læse det.
join-cannot-share = Den, du skriver med, kan vise det til andre.
join-cannot-lost = Mister du telefonen, får du en ny seddel, men de gamle beskeder kommer ikke tilbage til dig.
join-cannot-code = Den, der passer serveren, kan ikke læse med, men kunne skifte selve programmet ud.
join-name = Dit navn
join-name-hint = Det er det, de andre ser. Et fornavn er nok.
join-pin = Vælg en pinkode
join-pin-hint = Seks cifre, som du kan huske. Brug ikke din fødselsdag.
    .easy = Seks cifre, som du kan huske.
join-pin-again = Samme pinkode en gang til
join-phrase = Vælg en kodesætning
join-phrase-hint = Mindst otte tegn. Gerne nogle ord efter hinanden.
join-phrase-again = Samme kodesætning en gang til
join-use-phrase = Brug en kodesætning i stedet for en pinkode
pin-show = Vis det, jeg skriver
join-submit = Begynd
join-cancel = Brug ikke sedlen
join-name-bad = Skriv et navn på højst 40 tegn.
join-pin-bad = Pinkoden skal være seks cifre.
join-phrase-bad = Kodesætningen skal have mindst otte tegn.
join-pin-differs = Det blev ikke det samme begge gange. Skriv en gang til.
joining-title = Næsten færdig
joining-text = Vi gør nøglerne klar. Det tager nogle sekunder.
    .easy = Vent lidt. Det tager nogle sekunder.
joining-offline = Ingen forbindelse lige nu. Det fortsætter af sig selv, og sedlen er ikke tabt.
    .easy = Der er intet net lige nu. Det fortsætter af sig selv.

## With a poster: choosing whom, and waiting for somebody to be free

door-title = Hvem vil du skrive med?
door-what = Du har åbnet en plakat. Her kan du skrive med en, der står ved din side. Vælg, hvem du vil skrive med, så kommer du i kø der. Den første, der er ledig, tager imod dig.
    .easy = Her kan du skrive med en, der står ved din side. Vælg hvem. Så venter du på din tur.
door-behind-municipality = Kommunens støtte. Den, der svarer, er ansat i kommunen, men er ikke den, der undersøger eller bestemmer.
    .easy = Personen arbejder i kommunen. Men personen bestemmer ikke noget om dig.
door-behind-association = En forenings støtte. Den, der svarer, er med i foreningen og arbejder ikke for kommunen.
    .easy = Personen er med i en forening. Personen arbejder ikke i kommunen.
door-waiting = { $count ->
        [0] Ingen venter der lige nu.
        [one] Én venter der lige nu.
       *[other] { $count } venter der lige nu.
    }
door-choose = Vælg { $org }
door-choose-other = Vælg en anden
door-switch-later = Du kan skifte senere, så længe ingen har taget imod dig.
door-safety-title = Hvor sikkert er det?
door-safety = Serveren kan ikke læse det, du skriver. Men en plakat er åben for alle, der ser den. Derfor viser appen tre tryghedsord, når I skriver med hinanden. Læs dem op for hinanden i telefonen, eller når I ses. Er de ens, er der ingen anden imellem jer. Har du fået din egen seddel, er den en mere sikker vej ind.
door-submit = Stil mig i kø
door-cancel = Brug ikke plakaten
wait-title = Du står i kø
wait-ahead = { $count ->
        [0] Du er først i køen.
        [one] Én venter foran dig.
       *[other] { $count } venter foran dig.
    }
wait-taken = Nogen tager imod dig nu
wait-taken-what = En støtteperson gør jeres samtale klar. Den åbner her af sig selv. Bliver det afbrudt, får du din plads i køen tilbage inden for en halv time.
    .easy = Samtalen åbner snart. Du skal ikke gøre noget.
wait-open = Der er åbent nu.
wait-open-until = Der er åbent nu. Lukker { $time }.
wait-closed = Der er ingen lige nu. Åbner { $time }.
wait-hours-unknown = Der er ikke oplyst nogen åbningstider. Der bliver taget imod dig, når nogen er ledig.
wait-promised = Støttetilbuddet regner med at svare senest { $time }.
wait-promise-over = Det har taget længere tid, end støttetilbuddet regnede med. Du står stadig i køen.
wait-longer = Det kan tage længere tid, når andre venter foran dig.
wait-close-app = Du kan lukke appen og komme tilbage hertil. Pladsen i køen er din.
    .easy = Du kan lukke appen. Du beholder din plads.
wait-since = Du kom { $day }.
wait-written = Vil du begynde at skrive?
wait-written-before = Det, du har skrevet
wait-written-what = Det, du skriver, gemmes her i telefonen. Ingen læser det, før nogen har taget imod dig. Så sendes det af sig selv.
    .easy = Du kan skrive allerede nu. Det sendes, når nogen er ledig.
wait-text-waits = Venter, ikke sendt endnu
wait-text-remove = Fjern
wait-keep = Gem, til nogen tager imod mig
wait-switch = Skift til { $org }
wait-switch-question = { $count ->
        [0] Ingen venter hos { $org } lige nu. Den plads, du har nu, går til den næste.
        [one] Én venter hos { $org } lige nu. Du kommer bagest, og den plads, du har nu, går til den næste.
       *[other] { $count } venter hos { $org } lige nu. Du kommer bagest, og den plads, du har nu, går til den næste.
    }
wait-switch-yes = Ja, skift
wait-switched = Nu står du i kø hos { $org }.
wait-end = Stop med at vente
wait-end-question = Du forlader køen, og alt på denne enhed slettes, også det, du har skrevet. Du kan åbne plakaten igen, når du vil.
wait-end-yes = Ja, stop med at vente
wait-trouble-unopened = Måske blev svaret trukket tilbage, eller også prøvede en anden at svare i stedet. Du kan blive her og vente. Kommer der ikke mere: Kopier det, du har skrevet, og begynd forfra med plakaten. Fortæl det gerne til støttetilbuddet.
wait-trouble-gone = En plads gemmes i tredive dage. Det, du har skrevet, er her stadig: Kopier det, før du begynder forfra med plakaten.
wait-trouble-ending = Alt slettes her, så snart serveren har fået besked.
wait-title-unopened = Der kom et svar, som ikke kunne åbnes
wait-title-gone = Din plads i køen er her ikke mere
wait-title-ending = Du er stoppet med at vente
wait-copy = Kopier det, jeg har skrevet
wait-again = Begynd forfra med plakaten
wait-again-question = Alt på denne enhed slettes, også det, du har skrevet. Kopier det først, hvis du vil beholde det.
wait-again-yes = Ja, begynd forfra
wait-own-slip = Har du fået din egen seddel? Bruger du den, forlader du køen. Det, du har skrevet, mens du ventede, sendes i den samtale.

## Locked

locked-title = Noter
locked-pin = Din pinkode
locked-pin-hint = Seks cifre eller din kodesætning.
locked-phrase = Jeg har en kodesætning
locked-open = Lås op
locked-opening = Låser op …
locked-wrong = Forkert pinkode. { $tries ->
        [one] Du har ét forsøg tilbage. Derefter går det kun med en ny seddel.
       *[other] Du har { $tries } forsøg tilbage.
    }
locked-empty = Skriv din pinkode.
locked-needs-network = Der skal være forbindelse til serveren, før du kan låse op.
locked-forgot = Jeg har glemt min pinkode
forgot-title = Glemt pinkode
forgot-text = Det sker, og der er ikke sket nogen skade. Bed den, du skriver med, eller støttetilbuddet om en ny seddel. Slet så det, der er i telefonen, og åbn den nye seddel.
    .easy = Det gør ikke noget. Bed om en ny seddel. Slet det, der er her. Åbn så den nye seddel.
forgot-history = De gamle beskeder kommer ikke tilbage i denne telefon. De andre har stadig deres.
    .easy = Bagefter kan du ikke se de gamle beskeder i denne telefon.
forget-device = Slet alt på denne enhed
forget-confirm = Er du sikker? Alt på denne enhed slettes nu. Det kan ikke fortrydes.
forget-yes = Ja, slet
slip-pending = Du har åbnet en ny seddel. Lås op først, så bliver den tilføjet. Har du glemt din pinkode: Tryk på »Jeg har glemt min pinkode«.

elsewhere-title = Åben i en anden fane
elsewhere-text = Det kan kun være åbent ét sted ad gangen, så intet går galt.
    .easy = Appen er allerede åben et andet sted.
elsewhere-take = Åbn her i stedet

destroyed-title = Låsen er lukket
destroyed-text = Pinkoden var forkert for mange gange. Nøglen til beskederne i denne telefon er væk, så ingen andre kan læse dem.
    .easy = Pinkoden var forkert for mange gange. Nu kan ingen læse det, der var her.
destroyed-next = Bed den, du skriver med, eller støttetilbuddet om en ny seddel. Så kan I fortsætte.
    .easy = Bed om en ny seddel. Så kan I fortsætte.
destroyed-start = Slet, og åbn en ny seddel

## Conversations

circles-title = Dine samtaler
circles-empty = Du har ingen samtaler endnu.
circles-none-parent = Du er ikke med i nogen samtale nu. Bed om en ny seddel, hvis du vil fortsætte.
circle-unread = { $count ->
        [one] 1 ulæst
       *[other] { $count } ulæste
    }
circle-waiting = { $count ->
        [one] 1 venter
       *[other] { $count } venter
    }
circle-alone = Der er ikke andre med endnu
circle-lost = Tråden er tabt
circle-untitled = Samtale uden navn
circle-from-queue = Ny fra køen
circle-on-the-way = Venter på, at den anden kommer ind
new-circle = Ny samtale
new-circle-title = Hvad vil du kalde samtalen?
new-circle-hint = Kun du ser navnet. Skriv ikke noget, der viser, hvem det er.
new-circle-make = Start samtalen
new-circle-placeholder = Samtale { $number }
add-slip = Tilføj en seddel
add-slip-done = Du er med i samtalen.
circles-choose = Vælg en samtale på listen.

conversation-messages = Beskeder
conversation-empty = Her er tomt endnu. Skriv, når du vil, om stort og småt.
    .easy = Skriv, når du vil.
conversation-alone = Der er ikke andre med endnu. Lav en seddel, og giv den til den, du skal skrive med.
conversation-on-the-way = Venter på, at den anden kommer ind. Det sker af sig selv, når appen bliver åbnet. Du kan skrive allerede nu.
conversation-older = Vis ældre
conversation-newest = Til det nyeste
conversation-people = Personer og sikkerhed
conversation-write = Skriv en besked
conversation-send = Send
conversation-keys = Ctrl og Enter sender.
conversation-left = { $count ->
        [one] Ét tegn tilbage
       *[other] { $count } tegn tilbage
    }
conversation-over = { $count ->
        [one] Ét tegn for meget
       *[other] { $count } tegn for meget
    }
conversation-new = Ny besked fra { $author }: { $text }
message-mine = Dig
delivery-waiting = Venter, ikke sendt endnu
delivery-sent = Sendt
delivery-delivered = Kommet frem
delivery-read = Læst
message-retry = Prøv at sende igen

thread-lost = Denne telefon har tabt tråden i samtalen. Intet af det, du har læst, er væk. Bed { $names } om en ny seddel, så fortsætter det her.
    .easy = Noget gik galt i telefonen. Bed { $names } om en ny seddel.
thread-lost-alone = Denne enhed har tabt tråden i samtalen. Intet af det, du har læst, er væk. Begynd forfra, og lav en ny seddel til hver enkelt, så fortsætter det her.
thread-lost-waits = Det, du skriver, gemmes og sendes bagefter.
thread-helper = din støtteperson
thread-new-slip = Jeg har en ny seddel
thread-copy = Kopier det, der ikke er sendt
thread-afresh = Begynd samtalen forfra
thread-afresh-question = Samtalen begynder forfra med de samme personer. Det, I har læst, bliver her, og du laver en ny seddel til hver enkelt.
thread-afresh-yes = Ja, begynd forfra
thread-doubt = Telefonen er sat tilbage til et tidligere tidspunkt. Nøglerne bliver fornyet nu. Det, du skriver, venter her og sendes af sig selv.
afresh-awaited = Samtalen er begyndt forfra. Lav en ny seddel til hver enkelt, så er de med igen.
afresh-slip = Ny seddel til { $name }

notice-someone = nogen
notice-circle_started = { $actor } startede samtalen.
notice-joined = { $subject } er med i samtalen nu.
notice-left = { $subject } har forladt samtalen.
notice-removed = { $actor } fjernede { $subject } fra samtalen. { $subject } kan ikke læse det, der bliver skrevet fra nu af.
notice-new_device = { $subject } har en ny telefon eller computer. Den gamle kan ikke læse det, der bliver skrevet fra nu af.
notice-slip_made = { $actor } lavede en seddel. Den, der bruger sedlen, kommer med i samtalen.
notice-slip_used = { $subject } brugte en seddel.
notice-slip_revoked = { $actor } trak en seddel tilbage. Den kan ikke bruges længere.
notice-not_readable = Noget kunne ikke læses på denne enhed. Bed den, der skrev det, om at skrive det igen, hvis det ikke kommer af sig selv.
notice-not_readable_from = Noget, som { $subject } skrev, kunne ikke læses her. Bed { $subject } om at skrive det igen, hvis det ikke kommer af sig selv.
notice-you_joined = Du er med i samtalen nu. Det, der blev skrevet, før du kom, vises ikke.
notice-back = { $subject } er tilbage i samtalen med en ny seddel.
notice-you_back = Du er tilbage i samtalen. Det, der ventede, sendes nu.
notice-afresh = Samtalen begyndte forfra her, fordi en enhed havde tabt tråden. Det, I har læst, er her stadig.
notice-gone = { $subject } er stoppet og kan ikke læse det, der bliver skrevet fra nu af. I andre kan fortsætte. Er du alene tilbage? Kontakt støttetilbuddet, så får du en ny person.
notice-line_open = Nu er samtalen åben. Skriv, når du vil. Det, du skrev, mens du ventede, er på vej.

## Counting contacts

count-title = Tæl en kontakt
count-hint = Ét tryk er nok. Alle i samtalen ser det, og du kan fortryde et stykke tid bagefter. Kun antallet forlader samtalen.
count-visit = Besøg
count-phone = Telefonsamtale
count-meeting = Fælles møde
count-email = Mail
count-group = Gruppe
count-dialogue = Dag med beskeder
count-call = Opkald i appen
count-visit-done = Et besøg tælles med.
count-phone-done = En telefonsamtale tælles med.
count-meeting-done = Et møde tælles med.
count-email-done = En mail tælles med.
count-group-done = Et gruppemøde tælles med.
contact-entry = { $author } tæller: { $kind }, { $day }
contact-entry-mine = Du tæller: { $kind }, { $day }
contact-undone = Fortrudt
contact-undo = Fortryd
contact-undo-left = Kan fortrydes i { $minutes ->
        [one] ét minut
       *[other] { $minutes } minutter
    } endnu
counted-title = Optalt denne måned
counted-none = Intet er optalt denne måned endnu.
counted-row = { $kind }: { $count }

## How things are

face-1 = Meget svært
face-2 = Svært
face-3 = Hverken godt eller skidt
face-4 = Ret godt
face-5 = Godt
face-none = Vil ikke sige det
experience-1 = Meget dårlig
experience-2 = Dårlig
experience-3 = Hverken god eller dårlig
experience-4 = God
experience-5 = Meget god
experience-title = Hvordan støtten har været
feeling-title = Hvordan du har det
feeling-first = Hvordan har du det lige nu?
feeling-last = Hvordan har du det nu, sammenlignet med i begyndelsen?
feeling-experience = Hvordan har støtten været for dig?
feeling-choice = Svar, hvis du vil.
feeling-open = Svar på spørgsmålet
feeling-hint = Du vælger selv, om du svarer, og du bliver kun spurgt nu. Svaret bliver i din telefon. Kun et tal uden navn tælles med.
    .easy = Du behøver ikke svare. Svaret bliver i din telefon.
feeling-show = Vis mit svar til { $names }
feeling-answer = Svar
feeling-choose = Vælg et af svarene eller »Vil ikke sige det«.
feeling-thanks = Tak for svaret.
feeling-thanks-none = Det er helt i orden.
feeling-kept = Svaret er kun i din telefon.
feeling-shown = Svaret kan ses af { $names }.
feeling-undo = Ret svaret

## What happens to the support

act-you = Du
act-contact = en kontakt
act-feeling-first = { $actor } fortæller, hvordan det er i begyndelsen: { $face }.
act-feeling-last = { $actor } fortæller, hvordan det er nu: { $face }.
act-feeling-back = { $actor } fortrød svaret om, hvordan det er.
act-feeling-experience = { $actor } fortæller, hvordan støtten har været: { $face }.
act-experience-back = { $actor } fortrød svaret om, hvordan støtten har været.
act-programme = { $actor } ændrede, hvordan støtten foregår. { $what }.
act-programme-step = { $actor } går videre: Støtten er nu på trin { $number } af { $count }.
act-objection = { $actor } siger, at det her ikke passer: { $kind } { $day }.
act-objection-back = { $actor } siger, at det passer alligevel: { $kind } { $day }.
act-closing = { $actor } afslutter støtten: { $outcome }.
act-closing-back = { $actor } fortrød afslutningen. Støtten fortsætter.
act-feedback-ask = { $actor } spørger, om I skal skrive en tilbagemelding sammen.
act-feedback-yes = { $actor } sagde ja til at skrive en tilbagemelding sammen.
act-feedback-no = { $actor } sagde nej til en tilbagemelding. Det er helt i orden.

objection-make = Det her passer ikke
objection-mine = Du har sagt, at det her ikke passer.
objection-of = { $names } siger, at det her ikke passer.
objection-sent = Et tal, der er sendt, kan ikke tages tilbage, for intet i det viser, hvem det kom fra. Men alle i samtalen kan se, at det ikke passer.
objection-back = Det passer alligevel
objection-back-done = Du har taget det tilbage.

## The support and its end

support-title = Støtten
support-conversations = { $count ->
        [one] Én samtale indtil nu.
       *[other] { $count } samtaler indtil nu.
    } Støtten er tænkt som { $range } samtaler.
support-what = En samtale er en dag med mindst én kontakt, der tæller: beskeder, telefon, besøg eller møde. Flere kontakter samme dag er én samtale.
support-conversations-open = { $count ->
        [one] Én samtale indtil nu.
       *[other] { $count } samtaler indtil nu.
    }
range-text = { $least }–{ $most }
programme-choose = Hvordan skal støtten foregå?
programme-choose-one = Vælg, hvordan støtten skal foregå.
programme-range = { $name }: { $least } til { $most } samtaler
programme-number = { $count ->
        [one] { $name }: én samtale
       *[other] { $name }: { $count } samtaler
    }
programme-steps = { $count ->
        [one] { $name }: ét trin
       *[other] { $name }: { $count } trin efter hinanden
    }
programme-open = { $name }: så længe der er brug for det
programme-step = Trin { $number } af { $count }, uge { $week }. Trinnet varer { $weeks } uger.
programme-change = Ret, hvordan støtten foregår
programme-change-what = Alle i samtalen ser, at du retter det. Det, der allerede er optalt, bliver ikke ændret.
programme-change-go = Ret
programme-changed = Rettet. Alle i samtalen ser det.
programme-foreign = Sådan foregår støtten nu: { $what }. Din organisation arbejder på en anden måde. Vil du rette det?
check-in-title = Status
check-in = Tid til at gøre status, uge { $week } af { $weeks }.
check-in-what = Stop op sammen: Hvad er blevet bedre, og hvad er der brug for nu?
check-in-done = Det er gjort
check-in-done-said = Godt. Næste status kommer, når det er tid.
phase-over = Trin { $number } af { $count } har varet så længe, som det kan.
phase-next = Gå videre til næste trin
phase-next-question = Gå videre til trin { $number } af { $count }? Alle i samtalen ser det.
phase-next-yes = Ja, gå videre
close-ask = Skal støtten afsluttes?
close-ask-why = { $count ->
        [one] I har haft én samtale.
       *[other] I har haft { $count } samtaler.
    } Støtten er tænkt som { $range }. Du bestemmer.
close-ask-why-steps = Det sidste trin har varet så længe, som det kan. Du bestemmer.
close-go = Afslut støtten …
close-not-now = Ikke nu
close-not-now-done = Spørgsmålet kommer igen tidligst om en uge.

closing-title = Afslut støtten
closing-what = Når du afslutter, ser alle i samtalen det. I syv dage kan I stadig læse og skrive, og hver af jer kan fortryde afslutningen. Derefter slettes samtalen og dens nøgler på alles telefoner. Tilbage bliver en kvittering uden indhold.
closing-feedback = Skal sagsbehandleren have en tilbagemelding? Skriv den sammen med forælderen, før samtalen slettes.
closing-outcome = Hvordan gik det?
outcome-completed = Støtten er gennemført
outcome-further_support = Gennemført, og forælderen vil have mere støtte
outcome-declined = Forælderen sagde nej tak
outcome-not_reached = Det lykkedes ikke at få fat i forælderen
closing-counted = Hvordan det gik, og cirka hvor mange samtaler det blev til, tælles uden navn, når de syv dage er gået.
closing-go = Afslut
closing-question = Afslut støtten? Alle i samtalen ser det nu. Om syv dage slettes alt.
closing-yes = Ja, afslut
closing-done = Støtten slutter om syv dage.
closing-already = Støtten er ved at blive afsluttet.
closing-note = Støtten slutter { $until }. Indtil da kan I læse og skrive. Derefter slettes samtalen på alles telefoner, og tilbage bliver en kvittering.
closing-over = Støtten er slut. Du kan læse indtil { $until }. Derefter slettes samtalen her, og tilbage bliver en kvittering.
closing-nobody = De andre er her ikke mere, så det er ikke muligt at skrive længere. Har du brug for støtte igen: Bed støttetilbuddet om en ny seddel.
closing-back = Fortryd afslutningen
closing-back-question = Så fortsætter støtten som før, og intet slettes. Alle i samtalen ser det.
closing-back-yes = Ja, fortsæt støtten
closing-back-done = Støtten fortsætter.

feedback-title = Tilbagemelding
feedback-what = Sagsbehandleren kan få en kort tilbagemelding: hvor mange kontakter, hvordan forælderen har det nu, hvad der har ændret sig, og om der er ønske om mere støtte. I skriver den sammen på din telefon, og kun hvis forælderen siger ja. Et nej er helt i orden.
feedback-ask = Spørg forælderen
feedback-waits = Spørgsmålet er stillet. Du får svar i samtalen.
feedback-declined = Forælderen ønsker ikke nogen tilbagemelding. Det er helt i orden. Støtten kan godt afsluttes alligevel.
feedback-question = { $names } spørger: Skal I sammen skrive en kort tilbagemelding til sagsbehandleren?
feedback-question-more = Du læser teksten, før den gives videre, og den gives kun videre, hvis du vil. Der sker ikke noget, hvis du siger nej.
    .easy = Du læser teksten først. Du kan sige nej.
feedback-yes = Ja
feedback-no = Nej
feedback-write = Skriv sammen med forælderen. Alt er frivilligt, og tomme dele gives ikke videre.
feedback-feels = Hvordan forælderen har det nu
feedback-change = Hvad der har ændret sig
feedback-wish = Er der ønske om mere støtte?
feedback-wish-yes = Ja
feedback-wish-no = Nej
feedback-wish-unsure = Ved ikke endnu
feedback-more = Andet, som forælderen vil sige
feedback-stays = Teksten er kun på denne enhed, låst som alt andet. Den sendes aldrig herfra, og den slettes, når støtten er slut.
feedback-read = Læs sammen
feedback-hand-over = Lad forælderen læse hele teksten nu, eller læs den op. Intet har forladt denne enhed.
feedback-page-title = Tilbagemelding efter støtte
feedback-contacts = Kontakter
feedback-days = { $count ->
        [one] Samtaler på én dag
       *[other] Samtaler på { $count } dage
    }
feedback-then = I begyndelsen: { $face }
feedback-last = Ved afslutningen: { $face }
feedback-experience = Sådan har støtten været: { $face }
feedback-agreed = Forælderen har læst eller hørt hele teksten og vil have, at den gives videre.
feedback-copy = Kopier teksten
feedback-change-it = Ret

receipts-title = Afsluttet støtte
receipt-title = Kvittering for støtten
receipt-days = { $first } til { $last }
receipt-contacts = Kontakter
receipt-none = Ingen kontakter blev optalt.
receipt-all = Det her er alt, hvad der er tilbage. Beskederne og nøglerne er slettet på denne enhed, og kvitteringen findes ikke andre steder.
receipt-delete = Slet kvitteringen
receipt-delete-question = Kvitteringen er kun her. Du kan ikke få den tilbage.
receipt-delete-yes = Ja, slet
receipt-ended = Støtten er slut, og samtalen er slettet. Kvitteringen er på listen.

## Handing over: one more person

come-title = Flere personer i samtalen
come-who-supporter = en kollega
come-who-parent = en forælder mere
come-ask-handover = Lad en kollega tage over …
come-ask-beside = Spørg, om en kollega må være med …
come-ask-parent = Spørg, om en forælder mere må være med …
come-page-handover = Lad en kollega tage over
come-page-beside = En kollega mere i samtalen
come-page-parent = En forælder mere i samtalen
come-what-handover = Forælderen får spørgsmålet her i samtalen og bestemmer selv, også hvor meget af det skrevne kollegaen må læse. Efter et ja kan du lave en seddel til kollegaen.
come-what-beside = For eksempel mens du er væk. Forælderen får spørgsmålet her i samtalen og bestemmer selv, også hvor meget af det skrevne kollegaen må læse. Efter et ja kan du lave en seddel til kollegaen.
come-what-parent = Den, der allerede er med, får spørgsmålet her i samtalen og bestemmer selv, også hvor meget af det skrevne den nye må læse. Man kan altid få sin egen samtale i stedet.
come-name = Hvem skulle det være? (hvis du vil)
come-name-hint = Et fornavn er nok. Navnet kan ses i spørgsmålet.
come-send = Stil spørgsmålet
come-asked = Spørgsmålet er stillet.
come-waits = Venter på svar fra { $names }.
come-back = Tag spørgsmålet tilbage
come-back-question = Så gælder intet svar længere, og en seddel, der venter, trækkes tilbage.
come-back-yes = Ja, tag tilbage
come-question-handover = { $by } spørger: Må { $who } tage over her?
come-question-beside = { $by } spørger: Må { $who } også være med her?
come-question-parent = { $by } spørger: Må { $who } også være med i denne samtale?
come-question-more = Du bestemmer. Et nej er helt i orden, og så sker der ikke noget. Du kan ombestemme dig, lige til nogen er kommet.
come-question-all = Alle forældre her får spørgsmålet. Alle skal sige ja, og den, der vil vise mindst, afgør det.
come-follows = Hvis ja: Hvor meget af det, I har skrevet, må { $who } læse?
come-follows-nothing = Intet
come-follows-week = De seneste syv dage
come-follows-all = Alt
come-yes = Ja
come-no = Nej
come-said-yes = Du har sagt ja.
come-said-no = Du har sagt nej. Det er helt i orden.
come-mine-refused = Du har sagt nej.
come-mine-nothing = Du har sagt ja. Intet af det skrevne følger med.
come-mine-week = Du har sagt ja. De seneste syv dage følger med.
come-mine-all = Du har sagt ja. Alt det skrevne følger med.
come-change = Ret svaret
come-granted = Svaret er ja: { $who } må være med.
come-granted-nothing = Intet af det skrevne følger med.
come-granted-week = De seneste syv dage følger med.
come-granted-all = Alt det skrevne følger med.
come-make-slip = Lav sedlen til { $who }
come-slip-waits = Sedlen er lavet og venter på at blive brugt.
come-refused = Svaret er nej, og det er helt i orden. Du kan spørge igen fra { $day }.
come-not-agreed = Svaret er ikke ja længere. Gå tilbage, og se efter.
come-came = { $name } er med nu. Du kan forlade samtalen eller blive.
come-stay = Bliv
come-following = { $count ->
        [one] Én tidligere besked er på vej til den nye.
       *[other] { $count } tidligere beskeder er på vej til den nye.
    }
message-before = Skrevet tidligere, sendt videre af { $by }
notice-you_joined_before = Du er med i samtalen nu. Det, der står ovenfor, blev skrevet, før du kom, og du må gerne læse det.
act-come-ask-handover = { $actor } spørger, om { $who } må tage over her.
act-come-ask-beside = { $actor } spørger, om { $who } også må være med.
act-come-ask-parent = { $actor } spørger, om { $who } også må være med i samtalen.
act-come-ask-back = { $actor } tog spørgsmålet tilbage.
act-come-refused = { $actor } sagde nej. Det er helt i orden.
act-come-nothing = { $actor } sagde ja. Intet af det skrevne følger med.
act-come-week = { $actor } sagde ja. De seneste syv dage følger med.
act-come-all = { $actor } sagde ja. Alt det skrevne følger med.
leave-title = Forlad samtalen
leave-question = Forlad samtalen? { $names } fortsætter uden dig. Alt i samtalen slettes på denne enhed.
leave-yes = Ja, forlad
leave-going = Du forlader samtalen. Når de andre har fået besked, slettes alt her.
leave-done = Du har forladt samtalen. Den er slettet her.
slip-make-come = Sedlen er til { $who }. Giv den kun til den person.
slip-make-first = Sedlen er til den forælder, du skal skrive med.

## Away, and a conversation of one's own

away-go = Jeg skal være væk …
away-section = Hvem der er væk
away-title = Væk
away-what = Den, du skriver med, ser det over samtalen. Det stopper af sig selv efter den sidste dag.
away-from = Første dag
away-to = Sidste dag
away-cover = Hvem svarer imens?
away-cover-nobody = Ingen bestemt
away-cover-ask = Skal en kollega svare imens? Spørg forælderen først.
away-text = Nogle ord (hvis du vil)
away-text-hint = Højst { $count } tegn.
away-save = Vis, at jeg er væk
away-done = Nu kan det ses, at du er væk.
away-bad-missing = Vælg både første og sidste dag.
away-bad-order = Den sidste dag ligger før den første. Ret en af dem.
away-bad-past = Den første dag har allerede været. Vælg i dag eller en senere dag.
away-bad-far = Den sidste dag er mere end et år væk. Tjek året.
away-bad-text = Ordene må højst være { $count } tegn.
away-note-now = { $name } er væk til og med { $last }.
away-note-coming = { $name } er væk fra { $first } til og med { $last }.
away-mine-now = Du er væk til og med { $last }.
away-mine-coming = Du er væk fra { $first } til og med { $last }.
away-cover-is = { $name } svarer imens.
away-cover-me = Du svarer imens.
away-end = Jeg er tilbage
away-cancel = Fjern
away-ended = Det kan ikke længere ses, at du er væk.
act-away = { $actor } er væk fra { $first } til { $last }.
act-away-cover = { $actor } er væk fra { $first } til { $last }. { $cover } svarer imens.
act-away-back = { $actor } er tilbage.
own-section = Egen samtale
own-ask = Jeg vil gerne have min egen samtale
own-question = Du kan altid få din egen samtale, hvor kun du og støttepersonen er med. { $names } får at vide, at du ønsker det. De andre forældres telefoner viser det ikke.
own-yes = Ja, bed om det
own-asked = Du har bedt om din egen samtale. { $names } giver dig en seddel uden for denne samtale.
own-wish = { $name } vil gerne have sin egen samtale.
own-outside = De andre forældre kan ikke se det her.
own-start = Start en ny samtale
own-aside = Ikke nu
slip-make-own = Sedlen er til { $name }. Vis den, eller giv den på papir, kun til den person. Send den ikke i den fælles samtale, for der kan en anden bruge den.
act-quick-exit = { $actor } gik i en fart { $time }. Ring eller skriv ikke nu. Vent, til { $actor } skriver.
act-own-ask = { $actor } beder om en samtale alene med støttepersonen.

## People and safety

people-title = Personer og sikkerhed
people-members = Med i samtalen
people-you = { $name } (dig)
people-devices = { $count ->
        [one] Én enhed
       *[other] { $count } enheder
    }
people-lost = Ny seddel til { $name } (ny telefon eller tabt tråd)
people-remove = Fjern { $name }
people-remove-confirm = Fjern { $name } fra samtalen? { $name } kan så ikke læse det, der bliver skrevet fra nu af.
people-remove-yes = Ja, fjern
people-slips = Sedler, der ikke er brugt
people-slips-none = Ingen sedler venter.
people-slip-row = { $role }, gælder til og med { $day }
people-slip-replaces = Ny telefon til { $name }
people-slip-revoke = Træk tilbage
people-slip-revoke-label = Træk seddel { $number } tilbage
people-make-slip = Lav en seddel
people-words-title = Tryghedsord
people-words = Læs ordene op for hinanden, når I ses eller taler i telefon. Har I de samme ord, er der ingen anden med.
    .easy = Læs ordene op for hinanden. Er de ens, er det sikkert.
people-rename = Navn på samtalen
people-rename-hint = Kun du ser det.

## Making a slip

slip-make-title = Lav en seddel
slip-make-replace = Ny seddel til { $name }. Bruges den på en anden telefon, lukkes den gamle ude.
slip-make-form = Hvordan skal sedlen gives?
slip-make-qr = Vis eller udskriv en QR-kode
slip-make-typed = Kort kode, der kan læses op og skrives ind
slip-make-days = Hvor længe skal den gælde?
slip-days = { $days ->
        [one] Én dag
       *[other] { $days } dage
    }
slip-make-submit = Lav sedlen
slip-once-title = Sedlen er klar
slip-once = Sedlen vises kun nu. Udskriv den, vis den, eller skriv den af, før du lukker.
slip-print-heading = Din seddel til { $org }
slip-print-staff = Seddel: { $role } hos { $org }
slip-qr = QR-kode, der åbner sedlen
slip-step-qr = Ret telefonens kamera mod feltet, og åbn linket.
slip-step-address = Åbn browseren, og skriv adressen:
slip-step-code = Skriv koden:
slip-step-name = Vælg, hvad du vil kaldes, og en pinkode. Så kan du skrive med det samme.
slip-expires = Gælder til og med { $day }. Den kan kun bruges én gang.
slip-private = Giv den kun til den, den er til. Den, der bruger sedlen, kommer med i samtalen.
slip-code-label = Kode

## Coordinator

staff-title = Sedler til medarbejdere
staff-intro = Hver ny kollega får sin egen seddel. Du ser aldrig, hvad nogen skriver, kun at sedlen blev lavet.
staff-role = Hvilken rolle?

## Assignments

work-title = Opgaver
work-intro = Her ser du, hvad der skal gøres, og hvad der er forsinket. Du ser aldrig, hvad nogen skriver, eller hvor tit.
work-new = Ny opgave
work-none = Ingen opgaver lige nu.
work-late = Forsinkede
work-open = Skal gøres
work-over = Færdige de seneste to uger
work-mine = Dine opgaver
work-nobodys = Ingen endnu
work-label = Hvad skal opgaven hedde?
work-label-hint = Skriv et ord, du kan kende igen, for eksempel »Familie 12«. Skriv ikke forælderens navn, adresse eller nummer.
work-holder = Hvem tager opgaven?
work-holder-choice = { $count ->
        [0] { $name } (ingen opgaver nu)
        [one] { $name } (én opgave nu)
       *[other] { $name } ({ $count } opgaver nu)
    }
work-due-label = Første kontakt senest
work-today = i dag, { $day }
work-usual = { $day } (næste hverdag)
work-usual-within = { $day } (inden for { $count } hverdage)
work-programme = Hvilken støtte gælder det?
work-make = Opret opgaven
work-made = Opgaven er oprettet.
work-saved = Gemt.
work-give = Giv opgaven
work-withdraw = Fjern opgaven
work-withdraw-question = Opgaven afsluttes uden kontakt. Det kan ikke fortrydes.
work-kept = Opgaven glemmes helt, to uger efter at den blev færdig.
work-gone = Opgaven er her ikke længere.
work-due-today = Første kontakt senest i dag
work-due = Første kontakt senest { $day }
work-due-missed = Forsinket: skulle have været færdig { $day }
work-state-in-time = Kontakt til tiden, { $day }
work-state-too-late = Kontakt efter fristen, { $day }
work-state-not_carried_out = Blev ikke til noget, { $day }
work-state-withdrawn = Fjernet { $day }
work-how = Hvordan gik det?
work-how-hint = Koordinatoren ser kun dit svar her. Intet om, hvad I talte om.
work-contacted = Jeg har haft kontakt
work-not-carried-out = Det blev ikke til kontakt
work-why-declined = Forælderen ville ikke
work-why-not-reached = Jeg fik ikke fat i forælderen
work-why-other = Noget andet
work-undo-until = Forkert knap? Du kan fortryde til kl. { $time }.
work-undo = Fortryd
work-new-circle = Start en samtale til opgaven
work-open-circle = Åbn samtalen
talk-title = Støtte til dig
talk-intro = Bed om en snak med din koordinator. Koordinatoren ser kun, at du vil snakke, ikke andet.
talk-ask = Jeg vil snakke med koordinatoren
talk-asked = Du har bedt om en snak med koordinatoren, { $day }.
talk-take-back = Jeg har ikke brug for det længere
colleagues-title = Kolleger
colleagues-talks = { $count ->
        [one] Én vil snakke
       *[other] { $count } vil snakke
    }
colleagues-new = Ny kollega
colleague-unnamed = Kollega uden navn
colleague-name = Hvad hedder kollegaen?
colleague-name-hint = Kun koordinatorer i din organisation ser navnet.
colleague-talk = Vil snakke med dig (siden { $day })
colleague-talk-had = Vi har snakket
colleague-remove = Kollegaen stopper
colleague-remove-question = { $name } kommer ikke ind længere fra nu af. Samtalerne får at vide, at { $name } er stoppet. Åbne opgaver bliver ledige, og sedler, som ingen har brugt, gælder ikke mere. Det kan ikke fortrydes.
colleague-remove-yes = Ja, afslut nu
colleague-removed = { $name } kommer ikke ind længere.
colleague-gone = Denne kollega er her ikke mere.

## The queue and the posters

queue-title = Køen
queue-none = Ingen venter lige nu.
queue-waiting = { $count ->
        [one] Én venter, siden { $day }.
       *[other] { $count } venter. Den første kom { $day }.
    }
queue-take = Tag imod den næste
queue-taking = Gør samtalen klar …
queue-taken = Du har taget imod den første i køen.
queue-quicker = En kollega kom først, eller også venter ingen længere. Du skal ikke gøre mere.
queue-left = Den, der ventede, er stoppet med at vente. Samtalen, der blev gjort klar, er fjernet.
queue-lacks = { $count ->
        [one] Én kom med plakaten { $mark }, som ikke er på denne enhed. Tilføj den for at kunne tage imod.
       *[other] { $count } kom med plakaten { $mark }, som ikke er på denne enhed. Tilføj den for at kunne tage imod.
    }
poster-add = Tilføj en plakat
poster-add-why = Med plakatens kode kan du tage imod dem, der kommer med den. Serveren har ikke koden, så den skal være på din enhed. Scan plakaten, eller skriv koden, én gang.
poster-code = Koden på plakaten
poster-add-submit = Tilføj plakaten
poster-added = Plakaten er tilføjet.
posters-title = Plakater
posters-intro = Mange kan bruge den samme plakat. Den, der åbner den, vælger, hvem det skal være, og kommer i kø der. Du ser, hvor mange der venter, men aldrig hvem de er, eller hvad de skriver.
posters-live = Plakater, der gælder
posters-safety = En plakat er åben for alle, der ser den. Giv hellere en egen seddel til den, I allerede har mødt. Her vises de plakater, der er lavet på denne enhed.
poster-named = Plakat { $mark }
poster-until = Gælder til og med { $day }
poster-new = Ny plakat
poster-days = Hvor længe skal den gælde?
poster-words = Egne ord på plakaten (hvis du vil)
poster-words-hint = Én linje, for eksempel organisationens navn. Skriv ikke noget, som den, der tager et billede af plakaten, ikke vil forbindes med.
poster-make = Lav plakaten
poster-what = Udskriv den, og hæng den op. De af dine kolleger, der svarer, scanner den én gang i deres app. Den gælder til og med { $day }.
poster-paper-title = Vil du skrive med nogen?
poster-paper-what = Du vælger selv, hvem du skriver med, og hvad du vil kaldes. Det koster ikke noget.
poster-qr = QR-kode, der åbner plakaten
poster-paper-typed = Uden kamera: Åbn browseren, og skriv adressen
poster-revoke = Træk plakaten tilbage
poster-revoke-question = Ingen nye kommer ind med plakaten. De, der allerede venter, bliver i køen. Tag den ned der, hvor den hænger.
poster-revoke-yes = Ja, træk tilbage
poster-revoked = Plakaten gælder ikke længere.
poster-gone = Plakaten er her ikke mere.

# The safe line between coordinator and supporter, and contact details
line-title = Sikker kanal til kontaktoplysninger
line-what = Gennem kanalen kan du give { $name } en forælders kontaktoplysninger. Kun I to kan læse dem. Det kan serveren ikke.
line-state-none = Der er ingen kanal endnu. Lav en seddel, som kollegaen åbner i sin app.
line-state-waiting = Sedlen er lavet. { $name } har ikke åbnet den endnu.
line-state-ready = Kanalen er klar: { $name } er med.
line-state-lost = Denne enhed har mistet kanalen. Lav en ny seddel, så kommer der en ny kanal.
line-slip = Lav en seddel til kanalen
line-slip-again = Lav en ny seddel
line-slip-what = Sedlen er til { $name }. Vis den, når I ses. { $name } åbner den i appen der, hvor { $name } allerede er logget ind.
line-ready-already = { $name } er allerede med. Der er ikke brug for en ny seddel.
line-open = Vis kanalen
line-mine = Kanalen til { $name }
line-paper = Seddel til { $name }: sikker kanal
line-paper-step = Åbn appen der, hvor du er logget ind, og lås op. Tryk på »Tilføj en seddel«. Scan feltet, eller skriv koden.
line-joined = Kanalen er klar.
line-page-coordinator = Her sendes kun kontaktoplysninger til opgaver. Ingen skriver her, og intet tælles.
line-page-supporter = Her får du kontaktoplysninger til dine opgaver af din koordinator. Ingen skriver her, og intet tælles.
line-lost-supporter = Denne enhed har mistet kanalen. Bed din koordinator om en ny seddel, og fjern så denne kanal.
line-doubt = Kanalen får nye nøgler. Det, der venter, sendes om lidt.
line-members = Med i kanalen
line-notices = Det er sket
line-drop = Fjern kanalen
line-drop-question = Nye kontaktoplysninger kan ikke sendes denne vej. Det, kollegaen allerede har fået, bliver hos kollegaen, til opgaven glemmes. Vil du have det væk: Tag oplysningerne tilbage først.
line-drop-question-supporter = Nye kontaktoplysninger kan ikke komme denne vej. Det, du allerede har fået, bliver her, til opgaven glemmes.
line-drop-yes = Ja, fjern
line-dropped = Kanalen er fjernet.
details-title = Kontaktoplysninger
details-label = Hvordan får man fat i forælderen?
details-hint = For eksempel navn og telefon, med nummeret på sin egen linje. Kun { $name } kan læse det her. Det kan serveren ikke. Højst { $count } tegn.
details-hint-nobody = Ingen har opgaven, så oplysningerne er kun på denne enhed. Højst { $count } tegn.
details-save = Gem og giv
details-take-back = Tag oplysningerne tilbage
details-taken-back = Oplysningerne er taget tilbage.
details-kept = Oplysningerne er kun på denne enhed. Ingen anden har fået dem.
details-waiting = Oplysningerne venter på at blive sendt til { $name }.
details-given = Oplysningerne er givet til { $name }.
details-no-line = Du og { $name } har ingen sikker kanal endnu. Lav en, så kan du give kontaktoplysninger.
details-to-line = Til kanalen
details-no-holder = Giv opgaven til nogen først. Så kan du skrive kontaktoplysninger.
details-too-long = Teksten er for lang. Højst { $count } tegn.
details-call = Ring til { $number }
details-shown-hint = Kun du og din koordinator kan læse det her. Det forsvinder herfra, to uger efter at opgaven blev færdig, eller når koordinatoren tager det tilbage.
details-offline = Dine opgaver er ikke hentet endnu. Det her er stadig på enheden.

## Project lead

release-title = Kontakter i tal
release-none = Ingen periode er offentliggjort endnu.
release-none-why = Tal offentliggøres, når en periode er slut, og tallene bygger på så mange forældre, at ingen kan genkendes.
release-choose = Periode
release-period-span = { $first } til { $last }
release-period-half_year = Halvår: { $first } til { $last }
release-period-year = År: { $first } til { $last }
release-loading = Henter tallene …
release-chart = Diagram
release-chart-label = Antal efter type kontakt
release-table = Tabel
release-org = Organisation
release-kind = Type kontakt
release-count = Antal kontakter
release-all = I alt
release-total = Alle typer
release-all-orgs = Alle organisationer
release-org-municipality = Kommune
release-org-association = Forening
release-persons = Antal forældre
release-occasions = Antal lejligheder
release-withheld-none = Intet er holdt tilbage i denne periode.
release-withheld = Det, der ikke vises, og hvorfor
release-definitions = Hvad ordene betyder
release-rule = Regel for offentliggørelse
release-rule-text = Et tal vises kun, når det bygger på mindst { $k } forældre.
release-rounding = Antal er afrundet til nærmeste { $step }.
release-exact = Antal er præcise.
release-unreadable = Tallene findes, men kan ikke vises her. Hent filen i stedet.
release-persons-title = Forskellige forældre i hele perioden
release-outcomes = Hvad støtten førte til
release-outcome = Svar
release-outcome-count = Antal
counted-first_contact = Første kontakt
counted-first_contact-in_time = Til tiden
counted-first_contact-late = For sent
counted-first_contact-not_carried_out = Opgaven blev ikke til noget
counted-closing = Hvordan støtten sluttede
counted-conversations = Samtaler pr. støtteforløb
counted-conversations-none = Ingen samtaler
counted-conversations-few = 1–2 samtaler
counted-conversations-some = 3–5 samtaler
counted-conversations-many = 6 eller flere samtaler
counted-daily_week = Uger med daglig kontakt
counted-wellbeing_first = Hvordan forælderen havde det i begyndelsen
counted-wellbeing_last = Hvordan forælderen havde det til sidst
counted-experience = Hvordan støtten har været for forælderen
release-csv = Hent CSV
release-json = Hent JSON

# One period
release-view = Vis
release-view-one = Én periode
release-view-time = Over tid
release-withheld-none-contacts = Af kontakterne er intet holdt tilbage.
release-withheld-organisation_and_contact = Antal kontakter efter både organisation og type kontakt vises ikke.
release-withheld-contact = Antal kontakter efter type kontakt vises ikke.
release-withheld-organisation = Antal kontakter efter organisation vises ikke.
release-withheld-total = Antal kontakter i alt vises ikke.
release-nothing = Antal kontakter vises ikke for denne periode.
release-outcomes-hidden = Det her vises ikke for perioden:
release-why-span = Grunden: En gruppe bygger på færre end { $k } forældre.
release-why-half_year = Grunden: En gruppe bygger på færre end { $k } forældre, eller også ville tallet afsløre det, som en kortere periode holdt tilbage.
release-why-year = Grunden: En gruppe bygger på færre end { $k } forældre, eller også ville tallet afsløre det, som en kortere periode holdt tilbage.
release-why-hidden-span = Grunden: færre end { $k } forældre eller ingen. Det, der blev optalt, venter på halvåret og året.
release-why-hidden-half_year = Grunden: færre end { $k } forældre eller ingen, eller også ville tallet afsløre det, som en kortere periode holdt tilbage. Det, der blev optalt, venter på året.
release-why-hidden-year = Grunden: færre end { $k } forældre eller ingen, eller også ville tallet afsløre det, som en kortere periode holdt tilbage.

# Periods one after the other
times-scope = Perioder, der vises
times-scope-span = Perioder
times-scope-half_year = Halvår
times-scope-year = År
times-loading = Henter perioderne …
times-period = Periode
times-few = Der er kun én periode endnu. Når der er flere, står de her efter hinanden.
times-totals = I alt
times-kinds = Kontakter efter type
times-orgs = Kontakter efter organisation
times-caption = De samme tal står i tabellen under diagrammet.
times-no-columns = Ingen af perioderne viser kontakterne delt op på denne måde.
times-withheld = holdt tilbage
times-missing = mangler
times-unreadable = kun i filen
times-note-withheld = Holdt tilbage betyder, at tallet findes, men ikke vises, for at ingen skal kunne genkendes. Det betyder ikke nul.
times-note-missing = Mangler betyder, at ingen offentliggørelse dækker den tid. Det betyder ikke nul.
times-note-unreadable = Kun i filen betyder, at periodens tal ikke kan vises her. Hent periodens fil.
times-note-sum = ≈ står foran summer af afrundede tal. Det rigtige antal kan være et andet.
times-note-length = Perioderne er ikke lige lange. Sammenlign dem med forsigtighed.
times-note-older = Perioder, der er ældre end disse, vises ikke. De kan vælges én for én.
times-never = Blev ikke optalt i nogen af de viste perioder: { $list }.
times-chart-failed = Diagrammet kunne ikke hentes. Tallene står i tabellen.

# Text for a report. A count is never one: every number rests on several parents.
report-title = Tekst til en rapport
report-hint = Kopier teksten, eller marker den del, du har brug for.
report-copy = Kopier teksten
report-copied = Teksten er kopieret.
report-copy-failed = Det kunne ikke kopieres. Teksten er markeret, så du selv kan kopiere den.
report-contacts-span = I perioden { $first } til { $last } havde { $persons } forældre kontakt med støtten, ved { $occasions } lejligheder. I alt blev { $contacts } kontakter optalt.
report-contacts-half_year = I halvåret { $first } til { $last } havde { $persons } forældre kontakt med støtten, ved { $occasions } lejligheder. I alt blev { $contacts } kontakter optalt.
report-contacts-year = I året { $first } til { $last } havde { $persons } forældre kontakt med støtten, ved { $occasions } lejligheder. I alt blev { $contacts } kontakter optalt.
report-hidden-span = Antal kontakter i perioden { $first } til { $last } vises ikke.
report-hidden-half_year = Antal kontakter i halvåret { $first } til { $last } vises ikke.
report-hidden-year = Antal kontakter i året { $first } til { $last } vises ikke.
report-item = { $count } { $kind }
report-kind-dialogue = dage med beskeder
report-kind-email = mailvekslinger
report-kind-phone = telefonsamtaler
report-kind-call = opkald i appen
report-kind-visit = besøg
report-kind-meeting = fælles møder
report-kind-group = gruppemøder
report-kinds = Kontakterne var { $list }.
report-kinds-municipality = Kommunens kontakter var { $list }.
report-kinds-association = Foreningens kontakter var { $list }.
report-kinds-none-municipality = Kommunen havde ingen kontakter.
report-kinds-none-association = Foreningen havde ingen kontakter.
report-none = Der blev ikke optalt nogen { $list }.
report-org-municipality = Kommunen havde { $contacts } kontakter med { $persons } forældre, ved { $occasions } lejligheder.
report-org-association = Foreningen havde { $contacts } kontakter med { $persons } forældre, ved { $occasions } lejligheder.
report-persons = { $municipality } forældre havde kontakt med kommunen og { $association } med foreningen. En forælder kan have haft kontakt med begge.
report-outcome-first_contact = { $count } opgaver handlede om en første kontakt, med { $persons } forældre.
report-outcome-closing = { $count } støtteforløb blev afsluttet, for { $persons } forældre.
report-outcome-conversations = I { $count } afsluttede støtteforløb blev antallet af samtaler optalt, med { $persons } forældre.
report-outcome-daily_week = I { $count } uger havde en forælder kontakt hver dag. Det gjaldt { $persons } forældre.
report-outcome-wellbeing_first = { $persons } forældre sagde, hvordan de havde det ved den første samtale, med { $count } svar.
report-outcome-wellbeing_last = { $persons } forældre sagde, hvordan de havde det ved den sidste samtale, med { $count } svar.
report-outcome-experience = { $persons } forældre sagde, hvordan støtten havde været for dem, med { $count } svar.
report-value = { $name } ({ $count })
report-between = {"; "}
report-values = De fordelte sig sådan: { $list }.
report-values-of = { $org }: { $list }.
report-quoted = »{ $name }«
report-coarse = Det her vises kun i større dele, end det blev optalt: { $list }.
report-outcomes-hidden = Det her vises ikke: { $list }.
report-meaning = En lejlighed er én forælder på én dag med mindst én kontakt. En dag med beskeder er én kontakt, uanset hvor mange beskeder det blev til.
report-meaning-both = En forælder kan have flere kontakter samme dag, og en kontakt med begge forældre er én kontakt, men to lejligheder.
report-meaning-why = Derfor er antallet af kontakter ({ $contacts }) et andet end antallet af lejligheder ({ $occasions }).
report-rounding = Derfor kan delene give en anden sum end helheden.
report-source = Kilde: Bredvid, offentliggørelse nummer { $id }.

## Help

help-title = Hjælp
help-now = Hvis det haster
help-112 = Fare for liv eller for et barn: ring 112
help-1177 = Råd om sygdom døgnet rundt: ring 1177
help-social = Den sociale døgnvagt om aftenen, om natten og i weekenden: ring 112, og bed om »socialjouren«, eller find nummeret på kommunens hjemmeside.
    .easy = Har du brug for socialforvaltningen om aftenen eller natten? Ring 112. Bed om »socialjouren«.
help-exit-title = Forlad hurtigt
help-exit = Knappen låser beskederne og viser en almindelig indkøbsliste. Tre tryk på Shift gør det samme.
    .easy = Tryk på Forlad hurtigt. Så bliver alt låst. Du ser en indkøbsliste.
help-exit-cannot = Den kan ikke skjule, at siden har været åben. Adressen kan stå i browserens historik, og den, der har et spionprogram i telefonen, ser, hvad du gør. Det, du har gemt på telefonen, er der også stadig.
    .easy = Siden kan stadig ses i browserens historik.
help-install-title = Læg på startskærmen
help-install = Vælg »Føj til startskærm« eller »Føj til hjemmeskærm« i browserens menu. Den hedder så Anteckningar (noter) og har et almindeligt ikon.
help-limits-title = Hvad vi ikke kan beskytte mod

## Settings

settings-title = Indstillinger
settings-name = Du kaldes { $name }
settings-lock = Lås nu
settings-forget-title = Slet
settings-forget-text = Slet alt på denne enhed, for eksempel før du giver telefonen fra dig. Du skal have en ny seddel for at komme tilbage.
    .easy = Skal du give telefonen fra dig? Slet alt her først.

## When something goes wrong. What follows “problem-” is the error code.

problem-unknown = Noget gik galt. Prøv igen om lidt. ({ $code })
problem-offline = Ingen forbindelse til serveren. Tjek nettet, og prøv igen.
problem-storage_failed = Det kunne ikke gemmes på denne enhed. Er der ikke mere plads?
problem-storage_evicted = Browseren har slettet det, der var gemt her. Bed om en ny seddel, så kan I fortsætte.
problem-crypto_failed = Nøglerne kunne ikke bruges. Luk siden, og åbn den igen.
problem-text_too_long = Beskeden er for lang. Del den i to.
problem-text_empty = Skriv noget først.
problem-name_bad = Skriv et navn på højst 40 tegn.
problem-pin_bad = Pinkoden skal være seks cifre, eller en kodesætning på mindst otte tegn.
problem-clock_wrong = Uret på denne enhed går forkert. Stil det rigtigt, og prøv igen.
problem-bad_frame = Serveren forstod det ikke. Genindlæs siden, og prøv igen.
problem-frame_too_large = Det er for stort til at blive sendt.
problem-unknown_frame = Serveren forstod det ikke. Genindlæs siden, og prøv igen.
problem-not_now = Det går ikke lige nu. Prøv igen om lidt.
problem-too_many = For mange forsøg. Vent lidt, og prøv igen.
problem-internal = Noget gik galt på serveren. Intet er ændret. Prøv igen om lidt.
problem-storage_full = Serveren er fuld. Det, du skriver, gemmes her og sendes senere.
problem-shutting_down = Serveren starter igen. Det fortsætter af sig selv om lidt.
problem-login_failed = Serveren kender ikke denne enhed. Bed om en ny seddel.
problem-not_allowed = Det her er ikke åbent for dig.
problem-passkey_bad = Adgangsnøglen passede ikke. Prøv igen.
problem-passkey_unsuited = Den nøgle er ikke nok. Enheden skal kunne se, at det er dig: med fingeraftryk, ansigt eller kode.
problem-session_ended = Du er blevet logget ud. Log ind igen.
problem-passkey_cancelled = Det blev ikke til noget denne gang. Prøv igen, når du vil.
problem-passkey_none = Denne enhed eller browser kan ikke bruge adgangsnøgler. Slå skærmlås til, eller brug en anden enhed.
problem-passkey_forbidden = Browseren tillader ikke adgangsnøgler på denne adresse. Sig det til den, der driver tjenesten.
problem-device_exists = Denne enhed er allerede registreret.
problem-slip_unknown = Sedlen kan ikke findes. Sammenlign hver del af koden med sedlen.
problem-slip_used = Sedlen er allerede brugt. Bed om en ny.
problem-slip_expired = Sedlen er for gammel. Bed om en ny.
problem-slip_selector_taken = Sedlen kunne ikke laves. Prøv en gang til.
problem-slip_limit = Samtalen har så mange sedler, som den må have. Træk en tilbage, der ikke er brug for.
problem-slip_mistyped = En del af koden ser ikke rigtig ud.
problem-slip_stale = Sedlen bliver fornyet lige nu. Prøv igen om et øjeblik.
problem-door_limit = Så mange plakater kan ikke gælde samtidig. Træk en tilbage, der ikke er brug for.
problem-door_day_limit = Så mange er kommet med plakaten i dag, at der ikke kan tages imod flere. Prøv i morgen.
problem-queue_empty = Ingen venter lige nu, eller også kom en kollega først.
problem-not_waiting = Pladsen i køen findes ikke, eller også er nogen ved at tage imod.
problem-queue_full = Så mange venter der, at køen er fuld. Vælg en anden, eller prøv i morgen.
problem-slip_is_door = Det her er en plakat. Den er til dem, der er nye her. Du er allerede med.
problem-not_a_door = Det her er ikke en plakat. En seddel tilføjes på siden for sedler.
problem-bad_expiry = En seddel kan gælde fra én til tredive dage, og en plakat i højst 400.
problem-circle_unknown = Samtalen kan ikke findes.
problem-circle_exists = Samtalen findes allerede.
problem-not_a_member = Denne enhed er ikke med i samtalen længere.
problem-epoch_stale = Samtalen har ændret sig. Det fortsætter af sig selv om lidt.
problem-ack_beyond_head = Serveren er gået tilbage i tiden. Sig det til den, der passer den.
problem-circle_full = Samtalen har så mange enheder, som den må have.
problem-mailbox_full = For meget venter i samtalen. Det, du skriver, gemmes her og sendes senere.
problem-tally_limit = Så mange kontakter kan ikke tælles på én dag. De bliver på denne enhed og tælles i morgen.
problem-organisation_full = Der er ikke plads til flere personer i organisationen. Sig det til den, der driver tjenesten.
problem-circle_limit = Så mange samtaler kan ikke åbnes på én dag. Fortsæt i morgen.
problem-slip_day_limit = Så mange sedler kan ikke laves på én dag. Fortsæt i morgen.
problem-staff_slip_limit = Organisationen har så mange åbne sedler til medarbejdere, som den må have. Træk en tilbage, eller vent, til en er brugt.
problem-span_closed = Perioden er afsluttet.
problem-bad_contact = Den type kontakt kan ikke tælles.
problem-release_unknown = Den periode findes ikke.
problem-pin_wrong = Forkert pinkode.
problem-share_destroyed = Pinkoden var forkert for mange gange. Bed om en ny seddel.
problem-mls_malformed = En besked kunne ikke læses.
problem-mls_wrong_group = En besked hørte til en anden samtale og vises ikke.
problem-mls_wrong_epoch = En besked kom for sent og kan ikke læses.
problem-mls_bad_signature = En besked udgav sig for at være fra en anden og vises ikke.
problem-bad_label = Skriv et navn på én linje, højst 40 tegn.
problem-bad_due = Dagen skal ligge mellem i dag og tres dage frem.
problem-staff_unknown = Kollegaen er ikke længere i din organisation.
problem-assignment_unknown = Opgaven er her ikke længere. Måske har en anden fået den.
problem-assignment_exists = Opgaven fandtes allerede. Prøv en gang til.
problem-assignment_over = Opgaven er allerede afsluttet.
problem-assignment_limit = Der er ikke plads til så mange opgaver på én gang. Fjern nogle, der ikke skal gøres.
problem-staff_limit = Der er ikke plads til flere kolleger. Bed den, der passer serveren, om hjælp.
problem-mls_decrypt_failed = En besked kunne ikke læses.
problem-mls_replayed = En besked kom to gange og vises én gang.
problem-mls_refused = Nogen prøvede at ændre samtalen på en måde, der ikke er tilladt. Det blev stoppet.
problem-join_failed = Sedlen passer ikke til samtalen. Bed om en ny.
problem-state_bad = Det, der var gemt, kan ikke læses. Bed om en ny seddel, så kan I fortsætte.
problem-state_rolled_back = Nøglerne bliver fornyet. Prøv igen om et øjeblik.
problem-thread_lost = Denne enhed har tabt tråden i samtalen. Bed om en ny seddel, så går det videre.
problem-content_unknown = En besked kræver en nyere version. Genindlæs siden.

## Staff: passkeys

passkey-create-title = Opret en adgangsnøgle
passkey-create-text = Du, der arbejder her, logger ind med en adgangsnøgle. Så er det sikkert, at det er dig, også hvis en anden får fat i enheden.
passkey-create-hint = Enheden beder om dit fingeraftryk, dit ansigt eller enhedens kode. Det forlader aldrig enheden.
passkey-create = Opret adgangsnøgle
passkey-title = Log ind
passkey-text = Vis, at det er dig, med din adgangsnøgle.
passkey-ended-title = Du er blevet logget ud
passkey-ended-text = Der gik et stykke tid, uden at nogen brugte appen, eller også er arbejdsdagen slut. Det, du har skrevet, er her stadig.
passkey-sign-in = Log ind
passkey-busy = Venter på enheden …
passkey-lost = Har du mistet din adgangsnøgle? Bed din koordinator om en ny seddel til medarbejdere.

## Attachments

problem-attachment_gone = Filen findes ikke længere. Bed den, der sendte den, om at sende den igen.
problem-attachment_room = Der er ikke plads til flere filer lige nu. Prøv igen senere.
problem-attachment_incomplete = Hele filen er ikke kommet frem endnu. Prøv igen om lidt.
problem-attachment_mismatch = Noget gik galt med filen på vejen. Vælg den igen.
problem-attachment_day_limit = Der kan ikke sendes flere filer på én dag. Prøv igen i morgen.

## Attachments: choose, send, look, save

attach-open = Foto, fil eller stemme
attach-title = Vedhæft
attach-what = Hvad vil du sende?
attach-take = Tag et foto
attach-choose = Vælg et foto
attach-voice = Talebesked
attach-file = Vælg en fil
attach-hint = En fil må højst fylde 25 MB. Et foto gøres mindre, og oplysninger om, hvor og hvornår det er taget, fjernes. Kun I, der er med i samtalen, kan åbne det, du sender.
attach-caption = Nogle ord til (hvis du vil)
attach-caption-over = Teksten er { $count ->
        [one] ét tegn
       *[other] { $count } tegn
    } for lang.
attach-send = Send
attach-other = Vælg noget andet
attach-busy = Gør klar …
attach-sending = Det bliver sendt nu. Du kan skrive videre.
attach-photo_unreadable = Billedet kan ikke åbnes her. Måske er det ødelagt, eller også er det en type, som browseren ikke kan læse. Tag et nyt foto, eller send det som en fil.
attach-photo_huge = Billedet er for stort til denne enhed. Tag et nyt foto med lavere opløsning, eller send det som en fil.

crop-title = Beskær billedet
crop-how = Træk i prikkerne for at skære det væk, der ikke skal med. Med tastaturet: Gå til en kant med Tab, og flyt den med piletasterne.
crop-top = Øverste kant
crop-bottom = Nederste kant
crop-left = Venstre kant
crop-right = Højre kant
crop-turn = Drej en kvart omgang
crop-whole = Tag hele billedet med

voice-what = Tag dig god tid. Du kan holde pause og lytte, før du sender. Højst ti minutter.
voice-start = Begynd at optage
voice-starting = Starter mikrofonen …
voice-recording = Optager
voice-paused = På pause
voice-level = Hvor højt det lyder
voice-pause = Hold pause
voice-go = Fortsæt
voice-done = Færdig
voice-drop = Slet optagelsen
voice-drop-question = Slet optagelsen? Du kan ikke få den tilbage.
voice-drop-yes = Slet den
voice-found = Der er en optagelse, som ikke blev sendt. Lyt til den, og send eller slet den.
voice-soon-full = Der er mindre end et minut tilbage.
voice-full = Der er gået ti minutter. Lyt og send, så kan du optage en til.
voice-microphone_denied = Mikrofonen er slået fra for denne side. Tillad den i browserens indstillinger, og prøv igen.
voice-microphone_none = Der er ingen mikrofon, som kan bruges her. Måske bruger et andet program den.
voice-note = Talebesked
voice-play = Afspil
voice-fast = Hurtigere
voice-position = Sted i optagelsen
voice-at = { $at } af { $of }
voice-failed = Lyden kan ikke afspilles.

attachment-photo = Foto
attachment-file = Fil
attachment-voice = Talebesked
attachment-photo-name = foto.jpg
attachment-file-name = fil
attachment-new = { $author } har sendt: { $what }
attachment-larger = Vis større
attachment-smaller = Vis mindre
attachment-save = Gem på enheden
attachment-fetch = Hent ({ $size })
attachment-fetching = Hentes …
attachment-sending = Sendes …
attachment-percent = { $percent } %
attachment-stuck = Det er ikke sendt endnu.
attachment-stuck-here = Det er ikke kommet hertil endnu.
attachment-gone = Det kan ikke hentes længere. Bed den, der sendte det, om at sende det igen.
attachment-ask-again = Prøv at hente igen
attachment-broken = Det, der kom hertil, er ødelagt og kan ikke åbnes. Bed den, der sendte det, om at sende det igen.
attachment-more = Mere
attachment-cancel = Send ikke
attachment-cancel-question = Skal det fjernes herfra og ikke sendes?
attachment-cancel-yes = Fjern
size-kb = { $size } kB
size-mb = { $size } MB
problem-attachment_empty = Filen er tom.
problem-attachment_too_large = Filen er for stor. Den må højst fylde 25 MB.
problem-file_unreadable = Filen kunne ikke læses. Vælg den igen.
problem-device_full = Der er ikke plads på denne enhed. Fjern noget andet fra den, og prøv igen. Det, der allerede er her, bliver her.

## Look, easy reading and reading aloud

room-failed = Denne side kom ikke frem. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen.
lock-title = Låser af sig selv
lock-after = Lås, når ingen har rørt appen i
lock-minutes = { $count ->
        [one] 1 minut
       *[other] { $count } minutter
    }
lock-what = Du åbner igen med din kode. Det, du har skrevet, er der stadig. Appen låser ikke, mens noget optages eller sendes.
tell-exit-title = Når du går hurtigt
tell-exit = Sig det til { $names }, når jeg forlader appen hurtigt
tell-exit-what = De ser så, at du gik i en fart, hvornår det var, og at de ikke skal ringe eller skrive, før du skriver. Det kan ikke ses på din telefon.
tell-exit-not = Er der en forælder mere med i samtalen, siges der ikke noget der. Uden net siges det først, når du har åbnet igen.
look-title = Udseende
theme-title = Lyst eller mørkt
theme-phone = Som telefonen
theme-light = Lyst
theme-dark = Mørkt
easy-title = Let at læse
easy-what = Større tekst, mere luft og kortere sætninger.
read-aloud = Læs op
read-stop = Stop oplæsning
read-no-voice = Telefonen har ingen dansk stemme. Måske kan den hentes i telefonens indstillinger.
read-failed = Det kunne ikke læses op. Prøv igen.
easy-next = Videre
conversation-readers = Det, du skriver her, kan { $names } læse. Ingen andre.
people-what = Her ser du, hvem der er med i samtalen. Kun de kan læse den.
settings-what = Det, du vælger her, gælder kun denne enhed. Ingen andre ser det.
add-slip-what = En ny seddel giver dig en samtale mere. De andre samtaler ændrer sig ikke.
circles-what = Kun de, der er med i en samtale, kan læse den.
dictate-start = Tal ind
dictate-stop = Stop med at lytte
dictate-failed = Det kunne ikke høres. Prøv igen, eller skriv.

## Messages: answer, react, change, delete, search

message-more = Mere
message-more-of = om beskeden fra { $author }
message-more-mine = om din besked
message-reply = Svar
message-edit = Ret
message-react = Reager
reactions = Reaktioner
reaction-heart = Hjerte
reaction-thumb_up = Tommelfinger op
reaction-thanks = Tak
reaction-hug = Kram
reaction-sad_with_you = Føler med dig
reaction-tick = Okay
reaction-who = { $reaction }: { $who }
reaction-again = Tryk på din reaktion en gang til for at fjerne den.
message-changed = Rettet
message-gone = En besked er slettet.
message-changing = Rettelsen er ikke sendt endnu. De andre ser det gamle.
message-going = Ikke sendt endnu. De andre kan stadig se beskeden.
message-unfetched = Ikke hentet endnu. Måske er telefonen slukket.
delete-all = Slet for alle
delete-all-question = Beskeden forsvinder for alle i samtalen. Nogen kan allerede have læst den.
delete-all-yes = Ja, slet for alle
delete-unsent-question = Beskeden er ikke sendt endnu. Sletter du den, bliver den aldrig sendt.
delete-too-late = Der er gået mere end et døgn. Du kan slette beskeden på denne enhed.
delete-here = Slet på denne enhed
delete-here-question = Beskeden forsvinder kun her. De andre beholder den.
delete-here-yes = Ja, slet her
quote-go = Svar på:
quote-gone = En besked, der er slettet
quote-missing = En besked, der ikke er her
reply-title = Du svarer på en besked
reply-cancel = Annuller svaret
edit-title = Du retter din besked
edit-save = Gem rettelsen
edit-too-late = Der er gået mere end en time. Beskeden kan ikke rettes længere.
conversation-since = Nyt, siden du var her
conversation-newer = Vis nyere
conversation-keep = Beskeder slettes efter { $days } dage, hos alle.
conversation-long = Teksten er for lang til én besked. Den bliver stående her.
conversation-parts = { $count ->
    [one] Send i { $count } del
   *[other] Send i { $count } dele
}
search-open = Søg i samtalen
search-title = Søg
search-label = Ord, du vil søge efter
search-where = Hvor vil du søge?
search-here = I denne samtale
search-everywhere = I alle samtaler
search-private = Der søges kun på denne enhed.
search-count = { $count ->
    [0] Intet blev fundet.
    [one] { $count } besked blev fundet.
   *[other] { $count } beskeder blev fundet.
}
search-newest = De { $count } nyeste vises. Skriv flere ord for at finde den rigtige.

## To remember: meetings, telephone numbers, what was agreed, the week, pinned messages

kept-title = Huskeliste
kept-what = Her er møder, telefonnumre og andet, som er godt at kunne finde igen. Alle i samtalen ser det.
kept-empty = Her er ikke noget endnu.
kept-add = Tilføj
kept-next = Møde { $when }
kept-asks = { $count ->
    [one] Et forslag til et møde venter på dit svar.
   *[other] { $count } forslag til møder venter på dit svar.
}
card-kind-meeting = Møde
card-kind-phone = Telefonnummer
card-kind-agreed = Det, vi er blevet enige om
card-kind-week = Ugeplan
card-kind-gone = Et kort
card-add-meeting = Foreslå et møde
card-add-phone = Skriv et telefonnummer op
card-add-agreed = Skriv, hvad vi er blevet enige om
card-add-week = Lav en ugeplan
card-edit = Ret
card-change = Ret kortet
card-drop = Fjern
card-drop-question = Kortet forsvinder for alle i samtalen.
card-drop-yes = Ja, fjern
card-dropped = Kortet er fjernet.
card-by = Skrevet af: { $author }
card-unsent = Ikke sendt endnu. De andre kan ikke se det endnu.
card-call = Ring til { $number }
card-title-meeting = Hvad handler mødet om?
card-title-phone = Hvem har nummeret?
card-title-agreed = Hvad handler det om?
card-title-week = Hvad skal planen hedde?
card-optional = Du behøver ikke udfylde det her.
card-text-meeting = Mere om mødet
card-text-phone = Telefonnummer
card-text-agreed = Hvad er I blevet enige om?
card-lines = Hvad skal gøres? Skriv én ting på hver linje.
card-lines-hint = Højst { $count } linjer.
card-time = Hvornår?
card-time-number = Forslag { $number }
card-date = Dag
card-clock = Klokkeslæt
card-time-more = Foreslå en tid mere
card-seen = Alle i samtalen ser det, du skriver her.
card-week-again = Når du retter planen, begynder den forfra, og intet er krydset af.
card-meeting-again = Når du retter mødet, bliver alle spurgt igen.
card-saved = Gemt på huskelisten.
card-empty = Udfyld det her.
card-too-long = Teksten er for lang. Den må højst have { $count } tegn.
card-bad-lines = Skriv mindst én linje og højst { $count }.
card-long-line = En linje er for lang. Den må højst have { $count } tegn.
card-bad-time = Vælg en dag og et klokkeslæt, der ikke er forbi, og højst et år frem.
meeting-set = Aftalt: { $when }
meeting-proposed = Foreslået tid:
meeting-over = Tidspunktet er forbi.
meeting-question = Passer det dig?
meeting-suits = { $when } passer
meeting-none = Ingen tid passer
meeting-not = Tiden passer ikke
meeting-answered = Dit svar er gemt.
meeting-answer = { $who }: { $when } passer
meeting-answer-none = { $who }: ingen tid passer
meeting-waits = Venter på svar fra { $names }.
calendar-save = Læg i kalenderen
calendar-what = I kalenderen står kun ordet Påmindelse og tiden. En kalender kan blive vist på andre skærme og for andre, der deler den.
calendar-summary = Påmindelse
pins-title = Fastgjorte beskeder
pins-what = Fastgjorte beskeder slettes efter { $days } dage, som alle andre. Skriv det på et kort, hvis det skal blive her længere.
pin-go = Vis i samtalen
pin-add = Fastgør
pin-remove = Fastgør ikke længere
pin-added = Beskeden er nu på huskelisten.
pin-removed = Beskeden er ikke fastgjort længere.
act-card-new = { $actor } skrev på huskelisten: { $what }.
act-card-changed = { $actor } rettede på huskelisten: { $what }.
act-card-gone = { $actor } fjernede fra huskelisten: { $what }.
act-meeting = { $actor } svarede om mødet: { $when } passer.
act-meeting-none = { $actor } svarede om mødet: ingen tid passer.
problem-cards_full = Der er allerede 20 kort, og der er ikke plads til flere. Fjern et, der ikke er brug for længere, og prøv igen.
problem-phone_bad = Det ligner ikke et telefonnummer. Skriv cifre, gerne med + først.

## Good to know: the organisations' own pages

info-title = Godt at vide
info-intro = Her er sider fra dem, der driver støtten.
info-none = Her er ingen sider endnu.
info-private = Du behøver ikke logge ind for at læse. Serveren gemmer ikke, hvem der læser. Det, du har læst, bliver på denne enhed, så du kan læse det uden net.
info-other-language = Siden findes ikke på dit sprog. Den vises på { $language }.
info-from = Siden kommer fra { $org }.
info-leaves = (åbner et andet websted)
info-gone = Siden findes ikke længere.
info-offline = Siden kan ikke hentes lige nu. Tjek nettet, og prøv igen.
