# Suomi. The model is sv.ftl; comments are in English.

## Everywhere

app-loading = Avataan …
language = Kieli
skip-to-content = Siirry sisältöön
top-bar = Apu ja poistuminen
quick-exit = Poistu nopeasti
quick-exit-hint = Voit myös painaa Shift-näppäintä kolme kertaa.
call-112 = Soita 112
back = Takaisin
close = Sulje
cancel = Peruuta
done = Valmis
save = Tallenna
saved = Tallennettu.
copy-link = Kopioi linkki
copied = Kopioitu.
copy-failed = Kopiointi ei onnistunut.
print = Tulosta
try-again = Yritä uudelleen
menu-help = Apua
menu-settings = Asetukset
hours-label = Aukiolo ja vastaukset:
hours-unknown = Voit kirjoittaa milloin vain. Saat vastauksen, kun joku on paikalla.
hours-open = Nyt auki.
# $time: "today 17:00", "Monday 08:00": see moment-*
hours-open-until = Nyt auki, { $time } asti.
hours-opens = Nyt kiinni. Avautuu { $time }.
hours-answer-by = Jos kirjoitat nyt, saat vastauksen viimeistään { $time }.
moment-today = tänään klo { $time }
moment-tomorrow = huomenna klo { $time }
moment-day = { $day ->
        [maanantai] maanantaina
        [tiistai] tiistaina
        [keskiviikko] keskiviikkona
        [torstai] torstaina
        [perjantai] perjantaina
        [lauantai] lauantaina
        [sunnuntai] sunnuntaina
       *[other] { $day }
    } klo { $time }

role-parent = Vanhempi
role-supporter = Tukihenkilö
role-coordinator = Koordinaattori
role-lead = Projektipäällikkö

## Contact with the server

link-offline = Ei yhteyttä juuri nyt. Tekstisi jää talteen tänne ja lähtee myöhemmin.
    .easy = Verkkoa ei ole juuri nyt. Tekstisi jää talteen.
link-offline-retry = Ei yhteyttä juuri nyt. Tekstisi jää talteen tänne. Uusi yritys { $seconds ->
        [one] sekunnin kuluttua
       *[other] { $seconds } sekunnin kuluttua
    }.
link-connecting = Yhdistetään …
link-retry = Yritä nyt
lock-soon = Lukittuu pian. Kosketa näyttöä, jos haluat jatkaa.
waiting-banner = { $count ->
        [one] Yksi viesti odottaa lähettämistä.
       *[other] { $count } viestiä odottaa lähettämistä.
    }

## The first time: no slip yet

start-title = Oletko saanut lapun?
start-intro = Olet saanut lapun, jossa on koodi. Sen antoi joku, joka haluaa olla rinnallasi. Kirjoita koodi tähän, niin voit kirjoittaa heti. Näitkö julisteen? Kirjoita siinä oleva koodi.
    .easy = Oletko saanut lapun, jossa on koodi? Kirjoita koodi tähän. Sitten voit kirjoittaa heti.
start-code-label = Lapun koodi
start-code-hint = Voit käyttää isoja tai pieniä kirjaimia. Voit myös liittää koko linkin.
    .easy = Pienet kirjaimet käyvät myös.
start-open = Avaa lappu
start-opening = Luetaan lappua …
start-scan = Lue QR-koodi kameralla
start-scan-stop = Sulje kamera
start-scan-title = Pidä lappua kameran edessä
start-scan-view = Kameran kuva
start-scan-failed = Kameraa ei voi käyttää tässä. Kirjoita koodi, tai avaa puhelimen oma kamera ja suuntaa se QR-koodiin.
start-scan-advice = Onko lapussa QR-koodi? Avaa puhelimen oma kamera ja suuntaa se koodiin.
start-none-title = Ei lappua?
start-none = Kysy siltä, joka tarjosi sinulle tukea. Uuden lapun saa nopeasti, eikä se maksa mitään.
    .easy = Kysy siltä, joka tarjosi sinulle tukea. Se ei maksa mitään.
slip-mistyped-part = Osa { $part } ei näytä oikealta. Vertaa sitä lappuun merkki kerrallaan.
slip-mistyped-which = Koodin osa { $part }:

## The slip has been read: choose a name and a PIN

join-title = Tervetuloa
join-what = Täällä voit kirjoittaa milloin vain. Sinulle vastaa { $org }. Vain keskustelussa mukana olevat voivat lukea viestit. Niitä ei voi lukea sosiaalityöntekijä, kukaan esihenkilö eikä palvelimen ylläpitäjä.
    .easy = Täällä voit kirjoittaa milloin vain. Sinulle vastaa { $org }. Vain keskustelussa mukana olevat voivat lukea. Sosiaalityöntekijä ei voi lukea. Esihenkilö ei voi lukea.
join-limits = Mutta jos jollakulla on sekä puhelimesi että PIN-koodisi, hän voi lukea viestit. Ja jos lapsella on hätä, sen, jolle kirjoitat, on ehkä tehtävä lastensuojeluilmoitus.
    .easy = Jos jollakulla on puhelimesi ja PIN-koodisi, hän voi lukea viestit. Jos lapsella on hätä, sen, jolle kirjoitat, on ehkä pakko ilmoittaa siitä.
join-what-staff = Lapulla tästä laitteesta tulee avaimesi. Paikka: { $org }. Roolisi: { $role ->
        [supporter] tukihenkilö
        [coordinator] koordinaattori
       *[lead] projektipäällikkö
    }.
join-limits-supporter = Luet vain niitä keskusteluja, joissa olet itse mukana. Jos puhelin katoaa, kukaan ei voi lukea niitä puolestasi.
join-limits-staff = Et koskaan näe, mitä muut kirjoittavat, eikä kukaan muukaan näe sitä sinun kauttasi.
join-more = { $count ->
        [one] Linkissä on vielä yksi lappu. Se käytetään samalla.
       *[other] Linkissä on vielä { $count } lappua. Ne käytetään samalla.
    }
join-cannot-title = Mitä emme voi suojata?
join-cannot-spy = Puhelimessa oleva vakoiluohjelma voi lukea sen, mitä sinä luet.
join-cannot-force = Jos joku pakottaa sinut avaamaan lukon, hän voi lukea.
join-cannot-share = Se, jolle kirjoitat, voi näyttää viestit muille.
join-cannot-lost = Jos puhelin katoaa, saat uuden lapun. Vanhoja viestejä et saa takaisin.
join-cannot-code = Palvelimen ylläpitäjä ei voi lukea, mutta hän voisi vaihtaa itse ohjelman.
join-name = Nimesi
join-name-hint = Muut näkevät tämän. Etunimi riittää.
join-pin = Valitse PIN-koodi
join-pin-hint = Kuusi numeroa, jotka muistat. Älä käytä syntymäpäivääsi.
    .easy = Kuusi numeroa, jotka muistat.
join-pin-again = Sama PIN-koodi uudestaan
join-phrase = Valitse salalause
join-phrase-hint = Vähintään kahdeksan merkkiä. Esimerkiksi muutama sana peräkkäin.
join-phrase-again = Sama salalause uudestaan
join-use-phrase = Käytä salalausetta PIN-koodin sijaan
pin-show = Näytä, mitä kirjoitan
join-submit = Aloita
join-cancel = Älä käytä lappua
join-name-bad = Kirjoita nimi, enintään 40 merkkiä.
join-pin-bad = PIN-koodissa on oltava kuusi numeroa.
join-phrase-bad = Salalauseessa on oltava vähintään kahdeksan merkkiä.
join-pin-differs = Ne eivät olleet samat. Kirjoita uudestaan.
joining-title = Melkein valmista
joining-text = Laitamme avaimet kuntoon. Siihen menee muutama sekunti.
    .easy = Odota vähän. Siihen menee muutama sekunti.
joining-offline = Ei yhteyttä juuri nyt. Tämä jatkuu itsestään, ja lappu on tallessa.
    .easy = Verkkoa ei ole juuri nyt. Tämä jatkuu itsestään.

## With a poster: choosing whom, and waiting for somebody to be free

door-title = Kenelle haluat kirjoittaa?
door-what = Avasit julisteen. Täällä voit kirjoittaa jollekulle, joka on rinnallasi. Valitse, kenelle haluat kirjoittaa, niin pääset jonoon. Ensimmäinen vapaa ottaa sinut vastaan.
    .easy = Täällä voit kirjoittaa jollekulle, joka on rinnallasi. Valitse, kenelle kirjoitat. Sitten odotat vuoroasi.
door-behind-municipality = Kunnan tuki. Vastaaja on kunnalla töissä, mutta hän ei tutki asiaasi eikä päätä siitä.
    .easy = Hän on töissä kunnalla. Mutta hän ei päätä mitään sinun asioistasi.
door-behind-association = Yhdistyksen tuki. Vastaaja kuuluu yhdistykseen eikä ole kunnalla töissä.
    .easy = Hän kuuluu yhdistykseen. Hän ei ole töissä kunnalla.
door-waiting = { $count ->
        [0] Siellä ei odota nyt kukaan.
        [one] Siellä odottaa nyt yksi.
       *[other] Siellä odottaa nyt { $count }.
    }
door-choose = Valitse { $org }
door-choose-other = Valitse joku muu
door-switch-later = Voit vaihtaa myöhemmin, jos kukaan ei ole vielä ottanut sinua vastaan.
door-safety-title = Onko tämä turvallista?
door-safety = Palvelin ei voi lukea, mitä kirjoitat. Mutta juliste on avoin kaikille, jotka näkevät sen. Siksi näet kolme varmistussanaa, kun kirjoitatte toisillenne. Lukekaa ne toisillenne puhelimessa tai kun tapaatte. Jos sanat ovat samat, välissä ei ole ketään muuta. Oma lappu on turvallisempi tapa tulla mukaan.
door-submit = Mene jonoon
door-cancel = Älä käytä julistetta
wait-title = Olet jonossa
wait-ahead = { $count ->
        [0] Olet jonossa ensimmäinen.
        [one] Yksi odottaa ennen sinua.
       *[other] { $count } odottaa ennen sinua.
    }
wait-taken = Joku ottaa sinut nyt vastaan
wait-taken-what = Tukihenkilö laittaa keskustelun valmiiksi. Se avautuu tähän itsestään. Jos se keskeytyy, saat paikkasi jonossa takaisin puolen tunnin sisällä.
    .easy = Keskustelu avautuu pian. Sinun ei tarvitse tehdä mitään.
wait-open = Tukipalvelu on nyt auki.
wait-open-until = Tukipalvelu on nyt auki, { $time } asti.
wait-closed = Paikalla ei ole nyt ketään. Tukipalvelu avautuu { $time }.
wait-hours-unknown = Tukipalvelu ei ole kertonut aukioloaikoja. Sinut otetaan vastaan, kun joku vapautuu.
wait-promised = Tukipalvelu arvioi, että saat vastauksen viimeistään { $time }.
wait-promise-over = Tässä on mennyt kauemmin kuin tukipalvelu arvioi. Paikkasi jonossa on tallella.
wait-longer = Se voi kestää kauemmin, kun muita on ennen sinua.
wait-close-app = Voit sulkea sovelluksen ja palata tänne. Paikka jonossa on sinun.
    .easy = Voit sulkea sovelluksen. Paikkasi säilyy.
wait-since = Tulit jonoon: { $day }.
wait-written = Haluatko alkaa kirjoittaa?
wait-written-before = Mitä olet kirjoittanut
wait-written-what = Tekstisi jää talteen tähän puhelimeen. Kukaan ei lue sitä, ennen kuin joku on ottanut sinut vastaan. Silloin se lähtee itsestään.
    .easy = Voit kirjoittaa jo nyt. Teksti lähtee, kun joku on vapaa.
wait-text-waits = Odottaa, ei vielä lähetetty
wait-text-remove = Poista
wait-keep = Säilytä, kunnes joku ottaa minut vastaan
wait-switch = Vaihda jonoa: { $org }
wait-switch-question = { $count ->
        [0] { $org }: jonossa ei odota nyt kukaan. Nykyinen paikkasi menee seuraavalle.
        [one] { $org }: jonossa odottaa nyt yksi. Menet jonon viimeiseksi, ja nykyinen paikkasi menee seuraavalle.
       *[other] { $org }: jonossa odottaa nyt { $count }. Menet jonon viimeiseksi, ja nykyinen paikkasi menee seuraavalle.
    }
wait-switch-yes = Kyllä, vaihda
wait-switched = Nyt olet tässä jonossa: { $org }.
wait-end = Lähde jonosta
wait-end-question = Lähdet jonosta. Kaikki poistetaan tästä laitteesta, myös se, mitä olet kirjoittanut. Voit avata julisteen uudelleen milloin vain.
wait-end-yes = Kyllä, lähden jonosta
wait-trouble-unopened = Ehkä vastaus peruttiin, tai joku muu yritti vastata. Voit yhä odottaa tässä. Jos mitään ei tule, kopioi tekstisi ja aloita julisteella alusta. Kerrothan siitä tukipalvelulle.
wait-trouble-gone = Paikka säilyy kolmekymmentä päivää. Kirjoittamasi teksti on yhä täällä. Kopioi se, ennen kuin aloitat julisteella alusta.
wait-trouble-ending = Kaikki täällä poistetaan heti, kun palvelin on saanut tiedon.
wait-title-unopened = Tuli vastaus, jota ei voinut avata
wait-title-gone = Paikkaasi jonossa ei enää ole
wait-title-ending = Lähdit jonosta
wait-copy = Kopioi, mitä olen kirjoittanut
wait-again = Aloita julisteella alusta
wait-again-question = Kaikki poistetaan tästä laitteesta, myös se, mitä olet kirjoittanut. Kopioi se ensin, jos haluat säilyttää sen.
wait-again-yes = Kyllä, aloita alusta
wait-own-slip = Oletko saanut oman lapun? Jos käytät sitä, lähdet jonosta. Se, mitä kirjoitit odottaessasi, lähetetään siihen keskusteluun.

## Locked

locked-title = Muistiinpanot
locked-pin = PIN-koodisi
locked-pin-hint = Kuusi numeroa tai salalauseesi.
locked-phrase = Minulla on salalause
locked-open = Avaa lukitus
locked-opening = Avataan lukitusta …
locked-wrong = Väärä PIN-koodi. { $tries ->
        [one] Sinulla on yksi yritys jäljellä. Sen jälkeen tarvitset uuden lapun.
       *[other] Sinulla on { $tries } yritystä jäljellä.
    }
locked-empty = Kirjoita PIN-koodisi.
locked-needs-network = Lukituksen avaaminen vaatii yhteyden palvelimeen.
locked-forgot = Unohdin PIN-koodini
forgot-title = Unohtunut PIN-koodi
forgot-text = Näin voi käydä, eikä siitä ole haittaa. Pyydä uusi lappu siltä, jolle kirjoitat, tai tukipalvelusta. Poista sitten kaikki tästä puhelimesta ja avaa uusi lappu.
    .easy = Ei se haittaa. Pyydä uusi lappu. Poista kaikki, mitä täällä on. Avaa sitten uusi lappu.
forgot-history = Vanhat viestit eivät palaa tähän puhelimeen. Muilla on omansa tallella.
    .easy = Et näe sen jälkeen vanhoja viestejä tässä puhelimessa.
forget-device = Poista kaikki tästä laitteesta
forget-confirm = Oletko varma? Kaikki poistetaan nyt tästä laitteesta. Sitä ei voi perua.
forget-yes = Kyllä, poista
slip-pending = Avasit uuden lapun. Avaa ensin lukitus, niin lappu lisätään. Jos et muista PIN-koodiasi, paina ”Unohdin PIN-koodini”.

elsewhere-title = Auki toisessa välilehdessä
elsewhere-text = Tämä voi olla auki vain yhdessä paikassa kerrallaan, jotta mikään ei mene vikaan.
    .easy = Sovellus on jo auki toisessa paikassa.
elsewhere-take = Avaa täällä

destroyed-title = Lukko on kiinni
destroyed-text = PIN-koodi oli väärin liian monta kertaa. Viestien avain on poistettu tästä puhelimesta, jotta kukaan muu ei voi lukea niitä.
    .easy = PIN-koodi oli väärin liian monta kertaa. Nyt kukaan ei voi lukea sitä, mitä täällä oli.
destroyed-next = Pyydä uusi lappu siltä, jolle kirjoitat, tai tukipalvelusta. Sitten voitte jatkaa.
    .easy = Pyydä uusi lappu. Sitten voitte jatkaa.
destroyed-start = Poista ja avaa uusi lappu

## Conversations

circles-title = Keskustelusi
circles-empty = Sinulla ei ole vielä keskusteluja.
circles-none-parent = Et ole nyt mukana missään keskustelussa. Jos haluat jatkaa, pyydä uusi lappu.
circle-unread = { $count ->
        [one] 1 lukematon
       *[other] { $count } lukematonta
    }
circle-waiting = { $count ->
        [one] 1 odottaa
       *[other] { $count } odottaa
    }
circle-alone = Muita ei ole vielä mukana
circle-lost = Pudonnut keskustelusta
circle-untitled = Nimetön keskustelu
circle-from-queue = Uusi jonosta
circle-on-the-way = Odotetaan, että hän tulee
new-circle = Uusi keskustelu
new-circle-title = Minkä nimen annat keskustelulle?
new-circle-hint = Vain sinä näet nimen. Älä kirjoita mitään, mistä ihmisen voi tunnistaa.
new-circle-make = Aloita keskustelu
new-circle-placeholder = Keskustelu { $number }
add-slip = Lisää lappu
add-slip-done = Olet mukana keskustelussa.
circles-choose = Valitse keskustelu luettelosta.

conversation-messages = Viestit
conversation-empty = Täällä on vielä tyhjää. Kirjoita milloin vain, isoista tai pienistä asioista.
    .easy = Kirjoita milloin vain.
conversation-alone = Muita ei ole vielä mukana. Tee lappu ja anna se sille, jolle aiot kirjoittaa.
conversation-on-the-way = Odotetaan, että hän tulee mukaan. Se tapahtuu itsestään, kun hän avaa sovelluksen. Voit kirjoittaa jo nyt.
conversation-older = Näytä vanhempia
conversation-newest = Uusimpaan
conversation-people = Ihmiset ja turvallisuus
conversation-write = Kirjoita viesti
conversation-send = Lähetä
conversation-keys = Ctrl ja Enter lähettää.
conversation-left = { $count ->
        [one] Yksi merkki jäljellä
       *[other] { $count } merkkiä jäljellä
    }
conversation-over = { $count ->
        [one] Yksi merkki liikaa
       *[other] { $count } merkkiä liikaa
    }
conversation-new = Uusi viesti. { $author }: { $text }
message-mine = Sinä
delivery-waiting = Odottaa, ei vielä lähetetty
delivery-sent = Lähetetty
delivery-delivered = Perillä
delivery-read = Luettu
message-retry = Yritä lähettää uudelleen

thread-lost = Tämä puhelin on pudonnut keskustelusta. Mitään lukemaasi ei ole kadonnut. Pyydä uusi lappu, niin keskustelu jatkuu tässä. Lapun voi tehdä { $names }.
    .easy = Puhelimessa meni jokin vikaan. Pyydä uusi lappu. Lapun voi tehdä { $names }.
thread-lost-alone = Tämä laite on pudonnut keskustelusta. Mitään lukemaasi ei ole kadonnut. Aloita keskustelu alusta ja tee uusi lappu jokaiselle, niin se jatkuu tässä.
thread-lost-waits = Tekstisi jää talteen ja lähtee sitten.
thread-helper = hän, joka antoi lapun
thread-new-slip = Minulla on uusi lappu
thread-copy = Kopioi se, mitä ei ole lähetetty
thread-afresh = Aloita keskustelu alusta
thread-afresh-question = Keskustelu alkaa alusta samojen ihmisten kanssa. Se, mitä olette lukeneet, säilyy. Tee uusi lappu jokaiselle.
thread-afresh-yes = Kyllä, aloita alusta
thread-doubt = Puhelin palasi vanhempaan tilaan. Avaimet uusitaan nyt. Tekstisi odottaa tässä ja lähtee itsestään.
afresh-awaited = Keskustelu on alkanut alusta. Tee uusi lappu jokaiselle, niin he ovat taas mukana.
afresh-slip = Uusi lappu: { $name }

notice-someone = joku
notice-circle_started = { $actor } aloitti keskustelun.
notice-joined = { $subject } on nyt mukana keskustelussa.
notice-left = { $subject } on lähtenyt keskustelusta.
notice-removed = { $subject } poistettiin keskustelusta. Poistaja: { $actor }. Tästä eteenpäin { $subject } ei voi lukea, mitä kirjoitetaan.
notice-new_device = { $subject } on ottanut käyttöön uuden puhelimen tai tietokoneen. Vanhalla laitteella ei voi lukea uusia viestejä.
notice-slip_made = { $actor } teki lapun. Lapun käyttäjä pääsee mukaan keskusteluun.
notice-slip_used = { $subject } käytti lapun.
notice-slip_revoked = { $actor } perui lapun. Sitä ei voi enää käyttää.
notice-not_readable = Jotain ei voitu lukea tällä laitteella. Jos se ei tule itsestään, pyydä kirjoittajaa kirjoittamaan se uudestaan.
notice-not_readable_from = Jotain ei voitu lukea täällä. Kirjoittaja: { $subject }. Jos viesti ei tule itsestään, pyydä, että { $subject } kirjoittaa sen uudestaan.
notice-you_joined = Olet nyt mukana keskustelussa. Aiempia viestejä ei näytetä.
notice-back = { $subject } on taas mukana keskustelussa uudella lapulla.
notice-you_back = Olet taas mukana keskustelussa. Odottavat viestit lähetetään nyt.
notice-afresh = Keskustelu alkoi tässä alusta, koska yksi laite oli pudonnut siitä. Se, mitä olette lukeneet, on tallella.
notice-gone = { $subject } on lopettanut eikä voi enää lukea, mitä kirjoitetaan. Te muut voitte jatkaa. Jäitkö yksin? Ota yhteyttä tukipalveluun, niin saat uuden ihmisen.
notice-line_open = Keskustelu on nyt auki. Kirjoita milloin vain. Se, mitä kirjoitit odottaessasi, on matkalla.

## Counting contacts

count-title = Laske kontakti
count-hint = Yksi painallus riittää. Kaikki keskustelussa näkevät sen, ja voit kumota sen hetken ajan. Keskustelusta lähtee vain lukumäärä, ei mitään muuta.
count-visit = Käynti
count-phone = Puhelu
count-meeting = Yhteinen palaveri
count-email = Sähköposti
count-group = Ryhmä
count-dialogue = Viestipäivä
count-call = Puhelu sovelluksessa
count-visit-done = Yksi käynti on laskettu.
count-phone-done = Yksi puhelu on laskettu.
count-meeting-done = Yksi yhteinen palaveri on laskettu.
count-email-done = Yksi sähköposti on laskettu.
count-group-done = Yksi ryhmätapaaminen on laskettu.
contact-entry = { $author } laski mukaan: { $kind }, { $day }
contact-entry-mine = Laskit mukaan: { $kind }, { $day }
contact-undone = Kumottu
contact-undo = Kumoa
contact-undo-left = Voit kumota vielä { $minutes ->
        [one] minuutin ajan
       *[other] { $minutes } minuutin ajan
    }
counted-title = Laskettu tässä kuussa
counted-none = Tässä kuussa ei ole vielä laskettu mitään.
counted-row = { $kind }: { $count }

## How things are

face-1 = Todella vaikeaa
face-2 = Vaikeaa
face-3 = Ei hyvin eikä huonosti
face-4 = Melko hyvin
face-5 = Hyvin
face-none = En halua sanoa
experience-1 = Todella huonoa
experience-2 = Huonoa
experience-3 = Ei hyvää eikä huonoa
experience-4 = Hyvää
experience-5 = Todella hyvää
experience-title = Millaista tuki on ollut
feeling-title = Miten sinulla menee
feeling-first = Miten sinulla menee juuri nyt?
feeling-last = Miten sinulla menee nyt, kun vertaat alkuun?
feeling-experience = Millaista tuki on ollut sinulle?
feeling-choice = Vastaa, jos haluat.
feeling-open = Vastaa kysymykseen
feeling-hint = Päätät itse, vastaatko. Tätä kysytään vain nyt. Vastaus jää puhelimeesi. Vain numero ilman nimeä lasketaan.
    .easy = Sinun ei ole pakko vastata. Vastaus jää puhelimeesi.
feeling-show = Vastaukseni saa nähdä { $names }
feeling-answer = Vastaa
feeling-choose = Valitse jokin vastaus, tai ”En halua sanoa”.
feeling-thanks = Kiitos vastauksesta.
feeling-thanks-none = Se sopii hyvin.
feeling-kept = Vastaus on vain puhelimessasi.
feeling-shown = Vastauksen näkee { $names }.
feeling-undo = Muuta vastausta

## What happens to the support

act-you = Itse
act-contact = kontakti
act-feeling-first = { $actor ->
        [Itse] Kerroit, miten menee näin alussa: { $face }.
       *[other] { $actor } kertoi, miten menee näin alussa: { $face }.
    }
act-feeling-last = { $actor ->
        [Itse] Kerroit, miten nyt menee: { $face }.
       *[other] { $actor } kertoi, miten nyt menee: { $face }.
    }
act-feeling-back = { $actor ->
        [Itse] Otit takaisin vastauksesi siitä, miten menee.
       *[other] { $actor } otti takaisin vastauksensa siitä, miten menee.
    }
act-feeling-experience = { $actor ->
        [Itse] Kerroit, millaista tuki on ollut: { $face }.
       *[other] { $actor } kertoi, millaista tuki on ollut: { $face }.
    }
act-experience-back = { $actor ->
        [Itse] Otit takaisin vastauksesi siitä, millaista tuki on ollut.
       *[other] { $actor } otti takaisin vastauksensa siitä, millaista tuki on ollut.
    }
act-programme = { $actor ->
        [Itse] Muutit sitä, miten tuki etenee. { $what }.
       *[other] { $actor } muutti sitä, miten tuki etenee. { $what }.
    }
act-programme-step = { $actor ->
        [Itse] Siirryit eteenpäin: tuki on nyt vaiheessa { $number }/{ $count }.
       *[other] { $actor } siirtyi eteenpäin: tuki on nyt vaiheessa { $number }/{ $count }.
    }
act-objection = { $actor ->
        [Itse] Sanoit, että tämä ei pidä paikkaansa: { $kind } { $day }.
       *[other] { $actor } sanoo, että tämä ei pidä paikkaansa: { $kind } { $day }.
    }
act-objection-back = { $actor ->
        [Itse] Sanoit, että tämä pitääkin paikkansa: { $kind } { $day }.
       *[other] { $actor } sanoo, että tämä pitääkin paikkansa: { $kind } { $day }.
    }
act-closing = { $actor ->
        [Itse] Lopetat tuen: { $outcome }.
       *[other] { $actor } lopettaa tuen: { $outcome }.
    }
act-closing-back = { $actor ->
        [Itse] Peruit lopettamisen. Tuki jatkuu.
       *[other] { $actor } perui lopettamisen. Tuki jatkuu.
    }
act-feedback-ask = { $actor ->
        [Itse] Kysyit, kirjoitetaanko yhteenveto yhdessä.
       *[other] { $actor } kysyy, kirjoitetaanko yhteenveto yhdessä.
    }
act-feedback-yes = { $actor ->
        [Itse] Vastasit kyllä: yhteenveto kirjoitetaan yhdessä.
       *[other] { $actor } vastasi kyllä: yhteenveto kirjoitetaan yhdessä.
    }
act-feedback-no = { $actor ->
        [Itse] Vastasit, että yhteenvetoa ei kirjoiteta. Se sopii hyvin.
       *[other] { $actor } vastasi, että yhteenvetoa ei kirjoiteta. Se sopii hyvin.
    }

objection-make = Tämä ei pidä paikkaansa
objection-mine = Sanoit, että tämä ei pidä paikkaansa.
objection-of = Tämä ei pidä paikkaansa, sanoo { $names }.
objection-sent = Lähetettyä numeroa ei voi ottaa takaisin, koska siitä ei näy, keneltä se tuli. Mutta kaikki keskustelussa näkevät, että se ei pidä paikkaansa.
objection-back = Tämä pitääkin paikkansa
objection-back-done = Otit sen takaisin.

## The support and its end

support-title = Tuki
support-conversations = { $count ->
        [one] Yksi keskustelu tähän mennessä.
       *[other] { $count } keskustelua tähän mennessä.
    } Tukeen on tarkoitus kuulua { $range } keskustelua.
support-what = Keskustelu on päivä, jona on ainakin yksi laskettu kontakti: viestejä, puhelu, käynti tai palaveri. Monta kontaktia samana päivänä on yksi keskustelu.
support-conversations-open = { $count ->
        [one] Yksi keskustelu tähän mennessä.
       *[other] { $count } keskustelua tähän mennessä.
    }
range-text = { $least }–{ $most }
programme-choose = Miten tuki etenee?
programme-choose-one = Valitse, miten tuki etenee.
programme-range = { $name }: { $least }–{ $most } keskustelua
programme-number = { $count ->
        [one] { $name }: yksi keskustelu
       *[other] { $name }: { $count } keskustelua
    }
programme-steps = { $count ->
        [one] { $name }: yksi vaihe
       *[other] { $name }: { $count } vaihetta peräkkäin
    }
programme-open = { $name }: niin kauan kuin tarvitaan
programme-step = Vaihe { $number }/{ $count }, viikko { $week }. Vaiheen kesto viikkoina: { $weeks }.
programme-change = Muuta, miten tuki etenee
programme-change-what = Kaikki keskustelussa näkevät muutoksen. Se, mikä on jo laskettu, ei muutu.
programme-change-go = Muuta
programme-changed = Muutettu. Kaikki keskustelussa näkevät sen.
programme-foreign = Tuki etenee nyt näin: { $what }. Sinun tukipalvelusi toimii toisella tavalla. Haluatko muuttaa?
check-in-title = Tilannekatsaus
check-in = On tilannekatsauksen aika. Viikko { $week }, vaiheen kesto viikkoina: { $weeks }.
check-in-what = Pysähtykää yhdessä: mikä on parantunut, ja mitä tarvitaan nyt?
check-in-done = Se on tehty
check-in-done-said = Hyvä. Seuraava tilannekatsaus tulee, kun on sen aika.
phase-over = Vaihe { $number }/{ $count } on kestänyt jo enimmäisajan.
phase-next = Siirry seuraavaan vaiheeseen
phase-next-question = Siirrytäänkö vaiheeseen { $number }/{ $count }? Kaikki keskustelussa näkevät sen.
phase-next-yes = Kyllä, siirrytään
close-ask = Lopetetaanko tuki?
close-ask-why = { $count ->
        [one] Teillä on ollut yksi keskustelu.
       *[other] Teillä on ollut { $count } keskustelua.
    } Tarkoitettu määrä on { $range }. Sinä päätät.
close-ask-why-steps = Viimeinen vaihe on kestänyt jo enimmäisajan. Sinä päätät.
close-go = Lopeta tuki …
close-not-now = Ei nyt
close-not-now-done = Kysymys tulee takaisin aikaisintaan viikon päästä.

closing-title = Lopeta tuki
closing-what = Kun lopetat tuen, kaikki keskustelussa näkevät sen. Voitte vielä lukea ja kirjoittaa seitsemän päivää, ja kuka tahansa teistä voi perua lopettamisen. Sitten keskustelu ja sen avaimet poistetaan kaikkien puhelimista. Jäljelle jää kuitti ilman sisältöä.
closing-feedback = Annetaanko sosiaalityöntekijälle yhteenveto? Kirjoita se yhdessä vanhemman kanssa, ennen kuin keskustelu poistetaan.
closing-outcome = Miten kävi?
outcome-completed = Tuki on toteutunut
outcome-further_support = Toteutunut, ja vanhempi haluaa lisää tukea
outcome-declined = Vanhempi ei halunnut tukea
outcome-not_reached = Vanhempaa ei tavoitettu
closing-counted = Lopputulos ja keskustelujen likimääräinen määrä lasketaan ilman nimiä, kun seitsemän päivää on kulunut.
closing-go = Lopeta
closing-question = Lopetetaanko tuki? Kaikki keskustelussa näkevät sen nyt. Seitsemän päivän päästä kaikki poistetaan.
closing-yes = Kyllä, lopeta
closing-done = Tuki päättyy seitsemän päivän päästä.
closing-already = Tuki on jo päättymässä.
closing-note = Tuki päättyy: { $until }. Siihen asti voitte lukea ja kirjoittaa. Sitten keskustelu poistetaan kaikkien puhelimista, ja jäljelle jää kuitti.
closing-over = Tuki on päättynyt. Voit lukea tähän asti: { $until }. Sitten keskustelu poistetaan täältä, ja jäljelle jää kuitti.
closing-nobody = Muita ei ole enää mukana, joten kirjoittaa ei enää voi. Jos tarvitset taas tukea, pyydä tukipalvelusta uusi lappu.
closing-back = Peru lopettaminen
closing-back-question = Silloin tuki jatkuu kuten ennen, eikä mitään poisteta. Kaikki keskustelussa näkevät sen.
closing-back-yes = Kyllä, tuki jatkuu
closing-back-done = Tuki jatkuu.

feedback-title = Yhteenveto
feedback-what = Sosiaalityöntekijälle voi antaa lyhyen yhteenvedon: montako kontaktia oli, miten vanhemmalla menee nyt, mikä on muuttunut ja toivotaanko lisää tukea. Kirjoitatte sen yhdessä sinun puhelimellasi, ja vain jos vanhempi suostuu. Vanhempi voi aivan hyvin sanoa ei.
feedback-ask = Kysy vanhemmalta
feedback-waits = Kysymys on lähetetty. Saat vastauksen keskusteluun.
feedback-declined = Vanhempi ei halua yhteenvetoa. Se sopii hyvin. Tuen voi silti lopettaa.
feedback-question = Sinulta kysyy { $names }: kirjoitetaanko yhdessä lyhyt yhteenveto sosiaalityöntekijälle?
feedback-question-more = Luet tekstin, ennen kuin se annetaan, ja se annetaan vain, jos haluat. Mitään ei tapahdu, jos sanot ei.
    .easy = Luet tekstin ensin. Voit sanoa ei.
feedback-yes = Kyllä
feedback-no = Ei
feedback-write = Kirjoita yhdessä vanhemman kanssa. Kaikki on vapaaehtoista, ja tyhjät kohdat jätetään pois.
feedback-feels = Miten vanhemmalla menee nyt
feedback-change = Mikä on muuttunut
feedback-wish = Toivotaanko lisää tukea?
feedback-wish-yes = Kyllä
feedback-wish-no = Ei
feedback-wish-unsure = En tiedä vielä
feedback-more = Muuta, mitä vanhempi haluaa sanoa
feedback-stays = Teksti on vain tällä laitteella, lukittuna kuten kaikki muukin. Sitä ei koskaan lähetetä täältä, ja se poistetaan, kun tuki on päättynyt.
feedback-read = Lukekaa yhdessä
feedback-hand-over = Anna vanhemman lukea koko teksti nyt, tai lue se ääneen. Mitään ei ole lähtenyt tältä laitteelta.
feedback-page-title = Yhteenveto tuen jälkeen
feedback-contacts = Kontaktit
feedback-days = { $count ->
        [one] Keskusteluja yhtenä päivänä
       *[other] Keskusteluja { $count } päivänä
    }
feedback-then = Alussa: { $face }
feedback-last = Lopussa: { $face }
feedback-experience = Tuki on ollut: { $face }
feedback-agreed = Vanhempi on lukenut tai kuullut koko tekstin ja haluaa, että se annetaan.
feedback-copy = Kopioi teksti
feedback-change-it = Muuta

receipts-title = Päättyneet tuet
receipt-title = Kuitti tuesta
receipt-days = { $first } – { $last }
receipt-contacts = Kontaktit
receipt-none = Yhtään kontaktia ei laskettu.
receipt-all = Tämä on kaikki, mitä on jäljellä. Viestit ja avaimet on poistettu tästä laitteesta, eikä kuittia ole missään muualla.
receipt-delete = Poista kuitti
receipt-delete-question = Kuitti on vain täällä. Sitä ei saa takaisin.
receipt-delete-yes = Kyllä, poista
receipt-ended = Tuki on päättynyt, ja keskustelu on poistettu. Kuitti on luettelossa.

## Handing over: one more person

come-title = Lisää ihmisiä keskusteluun
come-who-supporter = kollega
come-who-parent = vielä yksi vanhempi
come-ask-handover = Siirrä kollegalle …
come-ask-beside = Kysy, saako kollega tulla mukaan …
come-ask-parent = Kysy, saako vielä yksi vanhempi tulla mukaan …
come-page-handover = Siirrä kollegalle
come-page-beside = Vielä yksi kollega keskusteluun
come-page-parent = Vielä yksi vanhempi keskusteluun
come-what-handover = Kysymys tulee vanhemmalle tähän keskusteluun. Vanhempi päättää itse, myös sen, paljonko kollega saa lukea aiempia viestejä. Jos vastaus on kyllä, voit tehdä kollegalle lapun.
come-what-beside = Esimerkiksi silloin, kun olet poissa. Kysymys tulee vanhemmalle tähän keskusteluun. Vanhempi päättää itse, myös sen, paljonko kollega saa lukea aiempia viestejä. Jos vastaus on kyllä, voit tehdä kollegalle lapun.
come-what-parent = Kysymys tulee tähän keskusteluun sille, joka on jo mukana. Hän päättää itse, myös sen, paljonko uusi saa lukea aiempia viestejä. Jokainen voi aina saada oman keskustelun.
come-name = Kuka se olisi? (jos haluat)
come-name-hint = Etunimi riittää. Nimi näkyy kysymyksessä.
come-send = Kysy
come-asked = Kysymys on lähetetty.
come-waits = Vastaus puuttuu vielä: { $names }.
come-back = Peru kysymys
come-back-question = Silloin mikään vastaus ei enää päde, ja odottava lappu perutaan.
come-back-yes = Kyllä, peru
come-question-handover = Sinulta kysyy { $by }: saako { $who } jatkaa tässä hänen tilallaan?
come-question-beside = Sinulta kysyy { $by }: saako { $who } myös olla täällä mukana?
come-question-parent = Sinulta kysyy { $by }: saako { $who } olla mukana tässä keskustelussa?
come-question-more = Sinä päätät. Voit aivan hyvin sanoa ei, eikä silloin tapahdu mitään. Voit muuttaa mieltäsi, kunnes joku on tullut.
come-question-all = Kysymys tulee kaikille vanhemmille täällä. Kaikkien pitää sanoa kyllä. Jos valitsette eri tavalla, suppein valinta on voimassa.
come-follows = Jos vastaat kyllä: mitä viestejänne { $who } saa lukea?
come-follows-nothing = Ei mitään
come-follows-week = Viimeiset seitsemän päivää
come-follows-all = Kaikki
come-yes = Kyllä
come-no = Ei
come-said-yes = Vastasit kyllä.
come-said-no = Vastasit ei. Se sopii hyvin.
come-mine-refused = Vastasit ei.
come-mine-nothing = Vastasit kyllä. Aiempia viestejä ei anneta luettavaksi.
come-mine-week = Vastasit kyllä. Viimeiset seitsemän päivää saa lukea.
come-mine-all = Vastasit kyllä. Kaikki aiemmat viestit saa lukea.
come-change = Muuta vastausta
come-granted = Vastaus on kyllä: { $who } saa tulla mukaan.
come-granted-nothing = Aiempia viestejä ei anneta luettavaksi.
come-granted-week = Viimeiset seitsemän päivää saa lukea.
come-granted-all = Kaikki aiemmat viestit saa lukea.
come-make-slip = Tee lappu: { $who }
come-slip-waits = Lappu on tehty ja odottaa käyttöä.
come-refused = Vastaus on ei, ja se sopii hyvin. Voit kysyä uudelleen aikaisintaan: { $day }.
come-not-agreed = Vastaus ei ole enää kyllä. Mene takaisin ja katso.
come-came = { $name } on nyt mukana. Voit lähteä keskustelusta tai jäädä.
come-stay = Jää mukaan
come-following = { $count ->
        [one] Yksi aiempi viesti on matkalla uudelle.
       *[other] { $count } aiempaa viestiä on matkalla uudelle.
    }
message-before = Kirjoitettu aiemmin, välittänyt { $by }
notice-you_joined_before = Olet nyt mukana keskustelussa. Yllä olevat viestit kirjoitettiin ennen sinua, ja saat lukea ne.
act-come-ask-handover = { $actor ->
        [Itse] Kysyit, saako { $who } jatkaa tässä tilallasi.
       *[other] { $actor } kysyy, saako { $who } jatkaa tässä hänen tilallaan.
    }
act-come-ask-beside = { $actor ->
        [Itse] Kysyit, saako { $who } myös olla mukana.
       *[other] { $actor } kysyy, saako { $who } myös olla mukana.
    }
act-come-ask-parent = { $actor ->
        [Itse] Kysyit, saako { $who } olla mukana keskustelussa.
       *[other] { $actor } kysyy, saako { $who } olla mukana keskustelussa.
    }
act-come-ask-back = { $actor ->
        [Itse] Peruit kysymyksen.
       *[other] { $actor } perui kysymyksen.
    }
act-come-refused = { $actor ->
        [Itse] Vastasit ei. Se sopii hyvin.
       *[other] { $actor } vastasi ei. Se sopii hyvin.
    }
act-come-nothing = { $actor ->
        [Itse] Vastasit kyllä. Aiempia viestejä ei anneta luettavaksi.
       *[other] { $actor } vastasi kyllä. Aiempia viestejä ei anneta luettavaksi.
    }
act-come-week = { $actor ->
        [Itse] Vastasit kyllä. Viimeiset seitsemän päivää saa lukea.
       *[other] { $actor } vastasi kyllä. Viimeiset seitsemän päivää saa lukea.
    }
act-come-all = { $actor ->
        [Itse] Vastasit kyllä. Kaikki aiemmat viestit saa lukea.
       *[other] { $actor } vastasi kyllä. Kaikki aiemmat viestit saa lukea.
    }
leave-title = Lähde keskustelusta
leave-question = Lähdetkö keskustelusta? Mukaan jää { $names }. Kaikki tässä keskustelussa poistetaan tästä laitteesta.
leave-yes = Kyllä, lähden
leave-going = Olet lähdössä keskustelusta. Kun muut ovat saaneet tiedon, kaikki poistetaan täältä.
leave-done = Olet lähtenyt keskustelusta. Se on poistettu täältä.
slip-make-come = Lappu on vain tälle henkilölle: { $who }. Älä anna sitä muille.
slip-make-first = Lappu on vanhemmalle, jolle aiot kirjoittaa.

## Away, and a conversation of one's own

away-go = Olen jonkin aikaa poissa …
away-section = Kuka on poissa
away-title = Poissa
away-what = Se, jolle kirjoitat, näkee tämän keskustelun yläpuolella. Tieto poistuu itsestään viimeisen päivän jälkeen.
away-from = Ensimmäinen päivä
away-to = Viimeinen päivä
away-cover = Kuka vastaa sillä aikaa?
away-cover-nobody = Ei kukaan erityinen
away-cover-ask = Haluatko, että kollega vastaa sillä aikaa? Kysy ensin vanhemmalta.
away-text = Muutama sana (jos haluat)
away-text-hint = Enintään { $count } merkkiä.
away-save = Näytä, että olen poissa
away-done = Nyt muut näkevät, että olet poissa.
away-bad-missing = Valitse sekä ensimmäinen että viimeinen päivä.
away-bad-order = Viimeinen päivä on ennen ensimmäistä. Muuta toista niistä.
away-bad-past = Ensimmäinen päivä on jo mennyt. Valitse tämä päivä tai myöhempi.
away-bad-far = Viimeinen päivä on yli vuoden päässä. Tarkista vuosi.
away-bad-text = Sanoissa saa olla enintään { $count } merkkiä.
away-note-now = { $name } on poissa. Viimeinen päivä: { $last }.
away-note-coming = { $name } on poissa: { $first } – { $last }.
away-mine-now = Olet poissa. Viimeinen päivä: { $last }.
away-mine-coming = Olet poissa: { $first } – { $last }.
away-cover-is = Sillä aikaa vastaa { $name }.
away-cover-me = Sinä vastaat sillä aikaa.
away-end = Olen palannut
away-cancel = Poista
away-ended = Poissaoloasi ei enää näytetä.
act-away = { $actor ->
        [Itse] Olet poissa: { $first } – { $last }.
       *[other] { $actor } on poissa: { $first } – { $last }.
    }
act-away-cover = { $actor ->
        [Itse] Olet poissa: { $first } – { $last }. Sillä aikaa vastaa { $cover }.
       *[other] { $actor } on poissa: { $first } – { $last }. Sillä aikaa vastaa { $cover }.
    }
act-away-back = { $actor ->
        [Itse] Olet palannut.
       *[other] { $actor } on palannut.
    }
own-section = Oma keskustelu
own-ask = Haluan oman keskustelun
own-question = Voit aina saada oman keskustelun, jossa olette vain sinä ja tukihenkilö. Toiveesi näkee { $names }. Muiden vanhempien puhelimissa se ei näy.
own-yes = Kyllä, pyydä
own-asked = Olet pyytänyt omaa keskustelua. Lapun siihen antaa sinulle { $names } tämän keskustelun ulkopuolella.
own-wish = { $name } haluaa oman keskustelun.
own-outside = Muut vanhemmat eivät näe tätä.
own-start = Aloita uusi keskustelu
own-aside = Ei nyt
slip-make-own = Lappu on vain tälle henkilölle: { $name }. Näytä se tai anna se paperilla. Älä lähetä sitä yhteisessä keskustelussa, koska joku muu voi käyttää sen siellä.
act-quick-exit = { $actor } lähti kiireessä kello { $time }. Älä soita tai kirjoita nyt. Odota, kunnes { $actor } kirjoittaa.
act-own-ask = { $actor ->
        [Itse] Haluat oman keskustelun.
       *[other] { $actor } haluaa oman keskustelun.
    }

## People and safety

people-title = Ihmiset ja turvallisuus
people-members = Mukana keskustelussa
people-you = { $name } (sinä)
people-devices = { $count ->
        [one] Yksi laite
       *[other] { $count } laitetta
    }
people-lost = Uusi lappu: { $name } (uusi puhelin tai pudonnut keskustelusta)
people-remove = Poista { $name }
people-remove-confirm = Poistetaanko { $name } keskustelusta? Sen jälkeen { $name } ei voi lukea, mitä kirjoitetaan.
people-remove-yes = Kyllä, poista
people-slips = Käyttämättömät laput
people-slips-none = Ei odottavia lappuja.
people-slip-row = { $role }, voimassa { $day } asti
people-slip-replaces = Uusi puhelin: { $name }
people-slip-revoke = Peru
people-slip-revoke-label = Peru lappu { $number }
people-make-slip = Tee lappu
people-words-title = Varmistussanat
people-words = Lukekaa sanat toisillenne, kun tapaatte tai puhutte puhelimessa. Jos teillä on samat sanat, kukaan muu ei ole välissä.
    .easy = Lukekaa sanat toisillenne. Jos sanat ovat samat, yhteys on turvallinen.
people-rename = Keskustelun nimi
people-rename-hint = Vain sinä näet sen.

## Making a slip

slip-make-title = Tee lappu
slip-make-replace = Uusi lappu: { $name }. Jos sitä käytetään toisessa puhelimessa, vanha puhelin suljetaan pois.
slip-make-form = Miten lappu annetaan?
slip-make-qr = Näytä tai tulosta QR-koodi
slip-make-typed = Lyhyt koodi, jonka voi lukea ääneen ja kirjoittaa
slip-make-days = Kuinka kauan se on voimassa?
slip-days = { $days ->
        [one] Yhden päivän
       *[other] { $days } päivää
    }
slip-make-submit = Tee lappu
slip-once-title = Lappu on valmis
slip-once = Lappu näkyy vain nyt. Tulosta se, näytä se tai kirjoita se muistiin, ennen kuin suljet.
slip-print-heading = Lappusi: { $org }
slip-print-staff = Lappu: { $role }, { $org }
slip-qr = QR-koodi, joka avaa lapun
slip-step-qr = Suuntaa puhelimen kamera ruutuun ja avaa linkki.
slip-step-address = Avaa selain ja kirjoita osoite:
slip-step-code = Kirjoita koodi:
slip-step-name = Valitse nimi, jota haluat käyttää, ja PIN-koodi. Sitten voit heti kirjoittaa.
slip-expires = Voimassa { $day } asti. Sen voi käyttää vain kerran.
slip-private = Anna se vain sille, jolle se on tarkoitettu. Lapun käyttäjä pääsee mukaan keskusteluun.
slip-code-label = Koodi

## Coordinator

staff-title = Laput työntekijöille
staff-intro = Jokainen uusi kollega saa oman lapun. Et koskaan näe, mitä muut kirjoittavat, vain sen, että lappu tehtiin.
staff-role = Mikä rooli?

## Assignments

work-title = Tehtävät
work-intro = Täällä näet, mitä on tehtävä ja mikä on myöhässä. Et koskaan näe, mitä muut kirjoittavat tai kuinka usein.
work-new = Uusi tehtävä
work-none = Ei tehtäviä juuri nyt.
work-late = Myöhässä
work-open = Tekemättä
work-over = Valmiit, viimeiset kaksi viikkoa
work-mine = Sinun tehtäväsi
work-nobodys = Ei vielä kukaan
work-label = Minkä nimen annat tehtävälle?
work-label-hint = Kirjoita sana, jonka tunnistat, esimerkiksi ”Perhe 12”. Ei vanhemman nimeä, osoitetta eikä numeroa.
work-holder = Kuka ottaa tehtävän?
work-holder-choice = { $count ->
        [0] { $name } (ei tehtäviä nyt)
        [one] { $name } (yksi tehtävä nyt)
       *[other] { $name } ({ $count } tehtävää nyt)
    }
work-due-label = Ensimmäinen kontakti viimeistään
work-today = tänään, { $day }
work-usual = { $day } (seuraava arkipäivä)
work-usual-within = { $day } ({ $count } arkipäivän sisällä)
work-programme = Mitä tukea tehtävä koskee?
work-make = Luo tehtävä
work-made = Tehtävä on luotu.
work-saved = Tallennettu.
work-give = Anna tehtävä
work-withdraw = Poista tehtävä
work-withdraw-question = Tehtävä päättyy ilman kontaktia. Tätä ei voi perua.
work-kept = Tehtävä unohdetaan kokonaan kaksi viikkoa sen jälkeen, kun se on valmis.
work-gone = Tehtävää ei ole enää täällä.
work-due-today = Ensimmäinen kontakti viimeistään tänään
work-due = Ensimmäinen kontakti viimeistään: { $day }
work-due-missed = Myöhässä, määräpäivä oli { $day }
work-state-in-time = Kontakti ajoissa, { $day }
work-state-too-late = Kontakti määräpäivän jälkeen, { $day }
work-state-not_carried_out = Ei toteutunut, { $day }
work-state-withdrawn = Poistettu, { $day }
work-how = Miten meni?
work-how-hint = Koordinaattori näkee täältä vain vastauksesi. Ei mitään siitä, mistä puhuitte.
work-contacted = Olen ollut yhteydessä
work-not-carried-out = Kontaktia ei tullut
work-why-declined = Vanhempi ei halunnut
work-why-not-reached = En tavoittanut vanhempaa
work-why-other = Jokin muu syy
work-undo-until = Väärä painike? Voit kumota klo { $time } asti.
work-undo = Kumoa
work-new-circle = Aloita tehtävään kuuluva keskustelu
work-open-circle = Avaa keskustelu
talk-title = Tukea sinulle
talk-intro = Pyydä juttuhetkeä koordinaattorisi kanssa. Koordinaattori näkee vain, että haluat jutella, ei muuta.
talk-ask = Haluan jutella koordinaattorin kanssa
talk-asked = Olet pyytänyt juttuhetkeä koordinaattorin kanssa: { $day }.
talk-take-back = Ei tarvita enää
colleagues-title = Kollegat
colleagues-talks = { $count ->
        [one] Yksi haluaa jutella
       *[other] { $count } haluaa jutella
    }
colleagues-new = Uusi kollega
colleague-unnamed = Nimetön kollega
colleague-name = Mikä on kollegan nimi?
colleague-name-hint = Vain oman tukipalvelusi koordinaattorit näkevät nimen.
colleague-talk = Haluaa jutella kanssasi. Pyyntö tuli: { $day }
colleague-talk-had = Olemme jutelleet
colleague-remove = Kollega lopettaa
colleague-remove-question = { $name } ei enää pääse sisään, tästä hetkestä alkaen. Keskusteluihin tulee tieto, että { $name } on lopettanut. Avoimet tehtävät vapautuvat, ja käyttämättömät laput lakkaavat toimimasta. Tätä ei voi perua.
colleague-remove-yes = Kyllä, poista pääsy nyt
colleague-removed = { $name } ei enää pääse sisään.
colleague-gone = Tätä kollegaa ei enää ole täällä.

## The queue and the posters

queue-title = Jono
queue-none = Kukaan ei odota juuri nyt.
queue-waiting = { $count ->
        [one] Yksi odottaa. Tulopäivä: { $day }.
       *[other] { $count } odottaa. Ensimmäisen tulopäivä: { $day }.
    }
queue-take = Ota seuraava vastaan
queue-taking = Keskustelua laitetaan valmiiksi …
queue-taken = Otit vastaan jonon ensimmäisen.
queue-quicker = Kollega ehti ensin, tai kukaan ei enää odota. Sinun ei tarvitse tehdä mitään.
queue-left = Odottaja lähti jonosta. Hänelle tehty keskustelu on poistettu.
queue-lacks = { $count ->
        [one] Yksi tuli julisteella { $mark }, jota ei ole tässä laitteessa. Lisää se, niin voit ottaa vastaan.
       *[other] { $count } tuli julisteella { $mark }, jota ei ole tässä laitteessa. Lisää se, niin voit ottaa vastaan.
    }
poster-add = Lisää juliste
poster-add-why = Julisteen koodilla voit ottaa vastaan ne, jotka tulevat sen kautta. Palvelimella ei ole koodia, joten sitä tarvitaan laitteessasi. Lue juliste kameralla tai kirjoita koodi, yhden kerran.
poster-code = Julisteen koodi
poster-add-submit = Lisää juliste
poster-added = Juliste on lisätty.
posters-title = Julisteet
posters-intro = Moni voi käyttää samaa julistetta. Se, joka avaa julisteen, valitsee, kenelle haluaa kirjoittaa, ja pääsee jonoon. Näet, montako odottaa, mutta et koskaan, keitä he ovat tai mitä he kirjoittavat.
posters-live = Voimassa olevat julisteet
posters-safety = Juliste on avoin kaikille, jotka näkevät sen. Anna mieluummin oma lappu sille, jonka olette jo tavanneet. Tässä näkyvät julisteet, jotka on tehty tällä laitteella.
poster-named = Juliste { $mark }
poster-until = Voimassa { $day } asti
poster-new = Uusi juliste
poster-days = Kuinka kauan se on voimassa?
poster-words = Omat sanat julisteeseen (jos haluat)
poster-words-hint = Yksi rivi, esimerkiksi tukipalvelun nimi. Joku voi ottaa julisteesta kuvan: älä kirjoita mitään, mitä hän ei haluaisi muiden näkevän.
poster-make = Tee juliste
poster-what = Tulosta se ja laita se seinälle. Kollegasi, jotka vastaavat, lukevat sen kerran sovelluksellaan. Se on voimassa { $day } asti.
poster-paper-title = Haluatko kirjoittaa jollekulle?
poster-paper-what = Valitset itse, kenelle kirjoitat ja mitä nimeä käytät. Se ei maksa mitään.
poster-qr = QR-koodi, joka avaa julisteen
poster-paper-typed = Ilman kameraa: avaa selain ja kirjoita osoite
poster-revoke = Peru juliste
poster-revoke-question = Julisteella ei pääse enää kukaan uusi sisään. Jo odottavien paikat säilyvät. Ota juliste pois seinältä.
poster-revoke-yes = Kyllä, peru
poster-revoked = Juliste ei ole enää voimassa.
poster-gone = Julistetta ei enää ole.

# The safe line between coordinator and supporter, and contact details
line-title = Suojattu kanava yhteystiedoille
line-what = Kanavan kautta voit antaa vanhemman yhteystiedot. Saaja: { $name }. Vain te kaksi voitte lukea ne. Palvelin ei voi.
line-state-none = Kanavaa ei ole vielä. Tee lappu, jonka kollega avaa sovelluksellaan.
line-state-waiting = Lappu on tehty. { $name } ei ole vielä avannut sitä.
line-state-ready = Kanava on valmis: { $name } on mukana.
line-state-lost = Tämä laite on pudonnut kanavasta. Tee uusi lappu, niin saatte uuden kanavan.
line-slip = Tee lappu kanavaa varten
line-slip-again = Tee uusi lappu
line-slip-what = Lappu on tälle henkilölle: { $name }. Näytä se, kun tapaatte. { $name } avaa sen sovelluksessa, johon on jo kirjautunut.
line-ready-already = { $name } on jo mukana. Uutta lappua ei tarvita.
line-open = Näytä kanava
line-mine = Kanava: { $name }
line-paper = Lappu: { $name }, suojattu kanava
line-paper-step = Avaa sovellus, johon olet kirjautunut, ja avaa lukitus. Paina ”Lisää lappu”. Lue ruutu kameralla tai kirjoita koodi.
line-joined = Kanava on valmis.
line-page-coordinator = Täällä kulkevat vain tehtävien yhteystiedot. Täällä ei kirjoiteta, eikä mitään lasketa.
line-page-supporter = Täällä saat koordinaattorilta tehtäviesi yhteystiedot. Täällä ei kirjoiteta, eikä mitään lasketa.
line-lost-supporter = Tämä laite on pudonnut kanavasta. Pyydä koordinaattorilta uusi lappu ja poista sitten tämä kanava.
line-doubt = Kanava saa uudet avaimet. Odottavat tiedot lähtevät pian.
line-members = Mukana kanavassa
line-notices = Mitä on tapahtunut
line-drop = Poista kanava
line-drop-question = Uusia yhteystietoja ei voi enää antaa tätä kautta. Kollegan jo saamat tiedot pysyvät hänellä, kunnes tehtävä unohdetaan. Jos haluat ne pois, ota tiedot ensin takaisin.
line-drop-question-supporter = Uusia yhteystietoja ei voi enää tulla tätä kautta. Jo saamasi tiedot pysyvät, kunnes tehtävä unohdetaan.
line-drop-yes = Kyllä, poista
line-dropped = Kanava on poistettu.
details-title = Yhteystiedot
details-label = Miten vanhemman tavoittaa?
details-hint = Esimerkiksi nimi ja puhelin, numero omalla rivillään. Tämän voi lukea vain { $name }. Palvelin ei voi. Enintään { $count } merkkiä.
details-hint-nobody = Tehtävä ei ole kenelläkään, joten tiedot ovat vain tällä laitteella. Enintään { $count } merkkiä.
details-save = Tallenna ja anna
details-take-back = Ota tiedot takaisin
details-taken-back = Tiedot on otettu takaisin.
details-kept = Tiedot ovat vain tällä laitteella. Kukaan muu ei ole saanut niitä.
details-waiting = Tiedot odottavat lähettämistä. Saaja: { $name }.
details-given = Tiedot on annettu. Saaja: { $name }.
details-no-line = Teillä ei ole vielä suojattua kanavaa: sinä ja { $name }. Tee sellainen, niin voit antaa yhteystiedot.
details-to-line = Kanavaan
details-no-holder = Anna tehtävä ensin jollekulle. Sitten voit kirjoittaa yhteystiedot.
details-too-long = Teksti on liian pitkä. Enintään { $count } merkkiä.
details-call = Soita { $number }
details-shown-hint = Vain sinä ja koordinaattorisi voitte lukea tämän. Se katoaa täältä kaksi viikkoa sen jälkeen, kun tehtävä on valmis, tai kun koordinaattori ottaa sen takaisin.
details-offline = Tehtäviäsi ei ole vielä haettu. Tämä on yhä tällä laitteella.

## Project lead

release-title = Kontaktit lukuina
release-none = Yhtään jaksoa ei ole vielä julkaistu.
release-none-why = Luvut julkaistaan, kun jakso on päättynyt ja vanhempia on niin monta, ettei ketään voi tunnistaa.
release-choose = Jakso
release-period-span = { $first } – { $last }
release-period-half_year = Vuosipuolisko: { $first } – { $last }
release-period-year = Vuosi: { $first } – { $last }
release-loading = Haetaan lukuja …
release-chart = Kaavio
release-chart-label = Määrä kontaktin lajin mukaan
release-table = Taulukko
release-org = Tukipalvelu
release-kind = Kontaktin laji
release-count = Kontaktien määrä
release-all = Kaikki yhteensä
release-total = Kaikki lajit
release-all-orgs = Kaikki tukipalvelut
release-org-municipality = Kunta
release-org-association = Yhdistys
release-persons = Vanhempien määrä
release-occasions = Kertojen määrä
release-withheld-none = Tällä jaksolla mitään ei ole piilotettu.
release-withheld = Mitä ei näytetä, ja miksi
release-definitions = Mitä sanat tarkoittavat
release-rule = Julkaisemisen sääntö
release-rule-text = Luku näytetään vain, kun siinä on mukana vähintään { $k } vanhempaa.
release-rounding = Määrät on pyöristetty { $step }:n tarkkuudella.
release-exact = Määrät ovat tarkkoja.
release-unreadable = Luvut ovat olemassa, mutta niitä ei voi näyttää tässä. Lataa tiedosto.
release-persons-title = Eri vanhempia koko aikana
release-outcomes = Mihin tuki johti
release-outcome = Vastaus
release-outcome-count = Määrä
counted-first_contact = Ensimmäinen kontakti
counted-first_contact-in_time = Ajoissa
counted-first_contact-late = Myöhässä
counted-first_contact-not_carried_out = Tehtävä ei toteutunut
counted-closing = Miten tuki päättyi
counted-conversations = Keskusteluja yhdessä tuessa
counted-conversations-none = Ei keskusteluja
counted-conversations-few = 1–2 keskustelua
counted-conversations-some = 3–5 keskustelua
counted-conversations-many = 6 keskustelua tai enemmän
counted-daily_week = Viikkoja, joina kontakti oli joka päivä
counted-wellbeing_first = Miten vanhemmalla meni alussa
counted-wellbeing_last = Miten vanhemmalla meni lopussa
counted-experience = Millaista tuki on ollut vanhemmalle
release-csv = Lataa CSV
release-json = Lataa JSON

# One period
release-view = Näytä
release-view-one = Yksi jakso
release-view-time = Ajan mittaan
release-withheld-none-contacts = Kontakteista mitään ei ole piilotettu.
release-withheld-organisation_and_contact = Kontaktien määrää sekä tukipalvelun että kontaktin lajin mukaan ei näytetä.
release-withheld-contact = Kontaktien määrää kontaktin lajin mukaan ei näytetä.
release-withheld-organisation = Kontaktien määrää tukipalvelun mukaan ei näytetä.
release-withheld-total = Kontaktien kokonaismäärää ei näytetä.
release-nothing = Kontaktien määrää ei näytetä tältä jaksolta.
release-outcomes-hidden = Tätä ei näytetä tältä jaksolta:
release-why-span = Syy: jossakin ryhmässä on alle { $k } vanhempaa.
release-why-half_year = Syy: jossakin ryhmässä on alle { $k } vanhempaa, tai luku paljastaisi sen, mitä lyhyempi jakso ei näyttänyt.
release-why-year = Syy: jossakin ryhmässä on alle { $k } vanhempaa, tai luku paljastaisi sen, mitä lyhyempi jakso ei näyttänyt.
release-why-hidden-span = Syy: alle { $k } vanhempaa tai ei ketään. Laskettu odottaa vuosipuoliskon ja vuoden lukuja.
release-why-hidden-half_year = Syy: alle { $k } vanhempaa tai ei ketään, tai luku paljastaisi sen, mitä lyhyempi jakso ei näyttänyt. Laskettu odottaa vuoden lukuja.
release-why-hidden-year = Syy: alle { $k } vanhempaa tai ei ketään, tai luku paljastaisi sen, mitä lyhyempi jakso ei näyttänyt.

# Periods one after the other
times-scope = Näytettävät jaksot
times-scope-span = Jaksot
times-scope-half_year = Vuosipuoliskot
times-scope-year = Vuodet
times-loading = Haetaan jaksoja …
times-period = Jakso
times-few = Jaksoja on vasta yksi. Kun niitä on enemmän, ne näkyvät täällä peräkkäin.
times-totals = Kaikki yhteensä
times-kinds = Kontaktit lajin mukaan
times-orgs = Kontaktit tukipalvelun mukaan
times-caption = Samat luvut ovat taulukossa kaavion alla.
times-no-columns = Mikään jaksoista ei näytä kontakteja näin jaettuina.
times-withheld = piilotettu
times-missing = puuttuu
times-unreadable = vain tiedostossa
times-note-withheld = Piilotettu tarkoittaa, että luku on olemassa mutta sitä ei näytetä, jotta ketään ei voi tunnistaa. Se ei tarkoita nollaa.
times-note-missing = Puuttuu tarkoittaa, että siltä ajalta ei ole julkaisua. Se ei tarkoita nollaa.
times-note-unreadable = Vain tiedostossa tarkoittaa, että jakson lukuja ei voi näyttää tässä. Lataa jakson tiedosto.
times-note-sum = ≈ on pyöristetyistä luvuista laskettujen summien edessä. Oikea määrä voi olla toinen.
times-note-length = Jaksot ovat eripituisia. Vertaa niitä varoen.
times-note-older = Näitä vanhempia jaksoja ei näytetä. Ne voi valita yksitellen.
times-never = Näitä ei laskettu millään näytetyllä jaksolla: { $list }.
times-chart-failed = Kaaviota ei voitu hakea. Luvut ovat taulukossa.

# Text for a report. A count is never one: every number rests on several parents.
report-title = Teksti raporttiin
report-hint = Kopioi teksti, tai valitse siitä osa, jonka tarvitset.
report-copy = Kopioi teksti
report-copied = Teksti on kopioitu.
report-copy-failed = Kopiointi ei onnistunut. Teksti on valittu, joten voit kopioida sen itse.
report-contacts-span = Jaksolla ({ $first } – { $last }) tukeen oli yhteydessä { $persons } vanhempaa, yhteensä { $occasions } kertaa. Kaikkiaan laskettiin { $contacts } kontaktia.
report-contacts-half_year = Vuosipuoliskolla ({ $first } – { $last }) tukeen oli yhteydessä { $persons } vanhempaa, yhteensä { $occasions } kertaa. Kaikkiaan laskettiin { $contacts } kontaktia.
report-contacts-year = Vuoden aikana ({ $first } – { $last }) tukeen oli yhteydessä { $persons } vanhempaa, yhteensä { $occasions } kertaa. Kaikkiaan laskettiin { $contacts } kontaktia.
report-hidden-span = Kontaktien määrää jaksolta ({ $first } – { $last }) ei näytetä.
report-hidden-half_year = Kontaktien määrää vuosipuoliskolta ({ $first } – { $last }) ei näytetä.
report-hidden-year = Kontaktien määrää vuodelta ({ $first } – { $last }) ei näytetä.
report-item = { $count } { $kind }
report-kind-dialogue = viestipäivää
report-kind-email = sähköpostinvaihtoa
report-kind-phone = puhelua
report-kind-call = puhelua sovelluksessa
report-kind-visit = käyntiä
report-kind-meeting = yhteistä palaveria
report-kind-group = ryhmätapaamista
report-kinds = Kontakteihin kuului { $list }.
report-kinds-municipality = Kunnan kontakteihin kuului { $list }.
report-kinds-association = Yhdistyksen kontakteihin kuului { $list }.
report-kinds-none-municipality = Kunnalla ei ollut kontakteja.
report-kinds-none-association = Yhdistyksellä ei ollut kontakteja.
report-none = Ei laskettu yhtään { $list }.
report-org-municipality = Kunnalla oli { $contacts } kontaktia. Vanhempia oli { $persons } ja kertoja { $occasions }.
report-org-association = Yhdistyksellä oli { $contacts } kontaktia. Vanhempia oli { $persons } ja kertoja { $occasions }.
report-persons = Kuntaan oli yhteydessä { $municipality } vanhempaa ja yhdistykseen { $association }. Sama vanhempi on voinut olla yhteydessä molempiin.
report-outcome-first_contact = Ensimmäistä kontaktia koski { $count } tehtävää ja { $persons } vanhempaa.
report-outcome-closing = Tukia päättyi { $count }, ja niissä oli mukana { $persons } vanhempaa.
report-outcome-conversations = Keskustelujen määrä laskettiin { $count } päättyneestä tuesta. Niissä oli mukana { $persons } vanhempaa.
report-outcome-daily_week = Viikkoja, joina vanhemmalla oli kontakti joka päivä, oli { $count }. Tämä koski { $persons } vanhempaa.
report-outcome-wellbeing_first = Ensimmäisessä keskustelussa { $persons } vanhempaa kertoi, miten heillä meni. Vastauksia oli { $count }.
report-outcome-wellbeing_last = Viimeisessä keskustelussa { $persons } vanhempaa kertoi, miten heillä meni. Vastauksia oli { $count }.
report-outcome-experience = { $persons } vanhempaa kertoi, millaista tuki oli ollut heille. Vastauksia oli { $count }.
report-value = { $name } ({ $count })
report-between = {"; "}
report-values = Ne jakautuivat näin: { $list }.
report-values-of = { $org }: { $list }.
report-quoted = ”{ $name }”
report-coarse = Tämä näytetään vain karkeammin kuin se laskettiin: { $list }.
report-outcomes-hidden = Tätä ei näytetä: { $list }.
report-meaning = Kerta tarkoittaa yhtä vanhempaa yhtenä päivänä, jona oli ainakin yksi kontakti. Viestipäivä on yksi kontakti, oli viestejä kuinka monta tahansa.
report-meaning-both = Vanhemmalla voi olla monta kontaktia samana päivänä. Kontakti molempien vanhempien kanssa on yksi kontakti mutta kaksi kertaa.
report-meaning-why = Siksi kontaktien määrä ({ $contacts }) on eri kuin kertojen määrä ({ $occasions }).
report-rounding = Siksi osien summa voi olla eri kuin kokonaisuus.
report-source = Lähde: Bredvid, julkaisu numero { $id }.

## Help

help-title = Apua
help-now = Jos on hätä
help-112 = Hengenvaara tai lapsi vaarassa: soita 112
help-1177 = Terveysneuvontaa ympäri vuorokauden: soita 1177
help-social = Sosiaalipäivystys iltaisin, öisin ja viikonloppuisin: soita 112 ja pyydä sosiaalipäivystystä (ruotsiksi ”socialjouren”), tai etsi numero kunnan verkkosivuilta.
    .easy = Tarvitsetko sosiaalipalveluja illalla tai yöllä? Soita 112. Pyydä sosiaalipäivystystä (ruotsiksi ”socialjouren”).
help-exit-title = Poistu nopeasti
help-exit = Painike lukitsee viestit ja näyttää tavallisen ostoslistan. Samoin käy, kun painat Shift-näppäintä kolme kertaa.
    .easy = Paina Poistu nopeasti. Silloin kaikki lukittuu. Näet ostoslistan.
help-exit-cannot = Se ei voi piilottaa, että sivu on ollut auki. Osoite voi jäädä selaimen historiaan, ja jos joku vakoilee puhelintasi ohjelmalla, hän näkee, mitä teet. Myös puhelimeen tallentamasi jää sinne.
    .easy = Sivu voi silti näkyä selaimen historiassa.
help-install-title = Lisää aloitusnäytölle
help-install = Valitse selaimen valikosta ”Lisää aloitusnäytölle”. Sen nimi on silloin Anteckningar (muistiinpanot), ja sillä on tavallinen kuvake.
help-limits-title = Mitä emme voi suojata

## Settings

settings-title = Asetukset
settings-name = Nimesi täällä: { $name }
settings-lock = Lukitse nyt
settings-forget-title = Poista
settings-forget-text = Poista kaikki tästä laitteesta, esimerkiksi ennen kuin annat puhelimen pois. Tarvitset uuden lapun, jotta pääset takaisin.
    .easy = Annatko puhelimen pois? Poista ensin kaikki täältä.

## When something goes wrong. What follows “problem-” is the error code.

problem-unknown = Jokin meni vikaan. Yritä hetken päästä uudelleen. ({ $code })
problem-offline = Ei yhteyttä palvelimeen. Tarkista verkko ja yritä uudelleen.
problem-storage_failed = Tallennus tälle laitteelle ei onnistunut. Onko muisti täynnä?
problem-storage_evicted = Selain on poistanut täältä tallennetut tiedot. Pyydä uusi lappu, niin voitte jatkaa.
problem-crypto_failed = Avaimia ei voitu käyttää. Sulje sivu ja avaa se uudelleen.
problem-text_too_long = Viesti on liian pitkä. Jaa se kahtia.
problem-text_empty = Kirjoita ensin jotain.
problem-name_bad = Kirjoita nimi, enintään 40 merkkiä.
problem-pin_bad = PIN-koodissa on oltava kuusi numeroa, tai salalauseessa vähintään kahdeksan merkkiä.
problem-clock_wrong = Tämän laitteen kello on väärässä ajassa. Aseta se oikein ja yritä uudelleen.
problem-bad_frame = Palvelin ei ymmärtänyt. Lataa sivu uudelleen ja yritä uudelleen.
problem-frame_too_large = Se on liian suuri lähetettäväksi.
problem-unknown_frame = Palvelin ei ymmärtänyt. Lataa sivu uudelleen ja yritä uudelleen.
problem-not_now = Tämä ei onnistu juuri nyt. Yritä hetken päästä uudelleen.
problem-too_many = Liian monta yritystä. Odota hetki ja yritä uudelleen.
problem-internal = Palvelimella meni jokin vikaan. Mitään ei ole muutettu. Yritä hetken päästä uudelleen.
problem-storage_full = Palvelin on täynnä. Tekstisi jää talteen tänne ja lähtee myöhemmin.
problem-shutting_down = Palvelin käynnistyy uudelleen. Tämä jatkuu itsestään hetken päästä.
problem-login_failed = Palvelin ei tunne tätä laitetta. Pyydä uusi lappu.
problem-not_allowed = Sinulla ei ole pääsyä tähän.
problem-passkey_bad = Pääsyavain ei sopinut. Yritä uudelleen.
problem-passkey_unsuited = Tämä avain ei riitä. Laitteen on voitava nähdä, että se olet sinä: sormenjäljestä, kasvoista tai koodista.
problem-session_ended = Sinut on kirjattu ulos. Kirjaudu uudelleen.
problem-passkey_cancelled = Tällä kertaa ei onnistunut. Yritä uudelleen, kun haluat.
problem-passkey_none = Tällä laitteella tai selaimella ei voi käyttää pääsyavaimia. Laita näytön lukitus päälle, tai käytä toista laitetta.
problem-passkey_forbidden = Selain ei salli pääsyavaimia tässä osoitteessa. Kerro ylläpitäjälle.
problem-device_exists = Tämä laite on jo rekisteröity.
problem-slip_unknown = Lappua ei löydy. Vertaa koodin jokaista osaa lappuun.
problem-slip_used = Lappu on jo käytetty. Pyydä uusi.
problem-slip_expired = Lappu on liian vanha. Pyydä uusi.
problem-slip_selector_taken = Lapun tekeminen ei onnistunut. Yritä vielä kerran.
problem-slip_limit = Keskustelussa on jo niin monta lappua kuin saa olla. Peru lappu, jota ei tarvita.
problem-slip_mistyped = Osa koodista ei näytä oikealta.
problem-slip_stale = Lappua uusitaan juuri nyt. Yritä hetken päästä uudelleen.
problem-door_limit = Näin monta julistetta ei voi olla voimassa yhtä aikaa. Peru juliste, jota ei tarvita.
problem-door_day_limit = Julisteella on tullut tänään niin monta, että lisää ei voida ottaa vastaan. Yritä huomenna.
problem-queue_empty = Kukaan ei odota juuri nyt, tai kollega ehti ensin.
problem-not_waiting = Paikkaa jonossa ei ole, tai joku ottaa juuri nyt vastaan.
problem-queue_full = Siellä odottaa niin moni, että jono on täynnä. Valitse joku muu, tai yritä huomenna.
problem-slip_is_door = Tämä on juliste. Se on uusille. Sinä olet jo mukana.
problem-not_a_door = Tämä ei ole juliste. Lappu lisätään lappujen sivulla.
problem-bad_expiry = Lappu voi olla voimassa 1–30 päivää ja juliste enintään 400 päivää.
problem-circle_unknown = Keskustelua ei löydy.
problem-circle_exists = Keskustelu on jo olemassa.
problem-not_a_member = Tämä laite ei ole enää mukana keskustelussa.
problem-epoch_stale = Keskustelu on muuttunut. Se jatkuu itsestään hetken päästä.
problem-ack_beyond_head = Palvelin on palannut ajassa taaksepäin. Kerro ylläpitäjälle.
problem-circle_full = Keskustelussa on jo niin monta laitetta kuin saa olla.
problem-mailbox_full = Keskustelussa odottaa liian paljon. Tekstisi jää talteen tänne ja lähtee myöhemmin.
problem-tally_limit = Näin monta kontaktia ei voi laskea yhtenä päivänä. Ne säilyvät tällä laitteella ja lasketaan huomenna.
problem-organisation_full = Tukipalveluun ei mahdu enempää ihmisiä. Kerro ylläpitäjälle.
problem-circle_limit = Näin monta keskustelua ei voi avata yhtenä päivänä. Jatka huomenna.
problem-slip_day_limit = Näin monta lappua ei voi tehdä yhtenä päivänä. Jatka huomenna.
problem-staff_slip_limit = Tukipalvelulla on jo niin monta avointa työntekijän lappua kuin saa olla. Peru yksi, tai odota, kunnes yksi on käytetty.
problem-span_closed = Jakso on päättynyt.
problem-bad_contact = Tällaista kontaktia ei voi laskea.
problem-release_unknown = Sellaista jaksoa ei ole.
problem-pin_wrong = Väärä PIN-koodi.
problem-share_destroyed = PIN-koodi oli väärin liian monta kertaa. Pyydä uusi lappu.
problem-mls_malformed = Yhtä viestiä ei voitu lukea.
problem-mls_wrong_group = Yksi viesti kuului toiseen keskusteluun, eikä sitä näytetä.
problem-mls_wrong_epoch = Yksi viesti tuli liian myöhään, eikä sitä voi lukea.
problem-mls_bad_signature = Yksi viesti ei tullut siltä, jolta se väitti tulevansa, eikä sitä näytetä.
problem-bad_label = Kirjoita nimi yhdelle riville, enintään 40 merkkiä.
problem-bad_due = Päivän on oltava aikaisintaan tänään ja enintään kuudenkymmenen päivän päässä.
problem-staff_unknown = Kollega ei ole enää tukipalvelussasi.
problem-assignment_unknown = Tehtävää ei ole enää täällä. Ehkä joku muu on saanut sen.
problem-assignment_exists = Tehtävä oli jo olemassa. Yritä vielä kerran.
problem-assignment_over = Tehtävä on jo päättynyt.
problem-assignment_limit = Näin monta tehtävää ei mahdu yhtä aikaa. Poista ne, joita ei tehdä.
problem-staff_limit = Kollegoita ei mahdu enempää. Pyydä apua ylläpitäjältä.
problem-mls_decrypt_failed = Yhtä viestiä ei voitu lukea.
problem-mls_replayed = Yksi viesti tuli kaksi kertaa. Se näytetään kerran.
problem-mls_refused = Joku yritti muuttaa keskustelua tavalla, joka ei ole sallittu. Se estettiin.
problem-join_failed = Lappu ei sovi keskusteluun. Pyydä uusi.
problem-state_bad = Tallennettuja tietoja ei voi lukea. Pyydä uusi lappu, niin voitte jatkaa.
problem-state_rolled_back = Avaimia uusitaan. Yritä hetken päästä uudelleen.
problem-thread_lost = Tämä laite on pudonnut keskustelusta. Pyydä uusi lappu, niin se jatkuu.
problem-content_unknown = Yksi viesti vaatii uudemman version. Lataa sivu uudelleen.

## Staff: passkeys

passkey-create-title = Luo pääsyavain
passkey-create-text = Täällä työskentelevät kirjautuvat pääsyavaimella. Silloin on varmaa, että se olet sinä, vaikka joku muu saisi laitteen käsiinsä.
passkey-create-hint = Laite pyytää sormenjälkeäsi, kasvojasi tai laitteen koodia. Se ei koskaan lähde laitteelta.
passkey-create = Luo pääsyavain
passkey-title = Kirjaudu
passkey-text = Näytä pääsyavaimella, että se olet sinä.
passkey-ended-title = Sinut on kirjattu ulos
passkey-ended-text = Kukaan ei käyttänyt sovellusta hetkeen, tai työpäivä on päättynyt. Kirjoittamasi teksti on tallella.
passkey-sign-in = Kirjaudu
passkey-busy = Odotetaan laitetta …
passkey-lost = Onko pääsyavaimesi kadonnut? Pyydä koordinaattorilta uusi työntekijän lappu.

## Attachments

problem-attachment_gone = Liitettä ei ole enää tallessa. Pyydä lähettäjää lähettämään se uudelleen.
problem-attachment_room = Juuri nyt ei mahdu enempää liitteitä. Yritä myöhemmin uudelleen.
problem-attachment_incomplete = Liite ei ole vielä tullut kokonaan perille. Yritä hetken päästä uudelleen.
problem-attachment_mismatch = Liite meni matkalla rikki. Valitse se uudelleen.
problem-attachment_day_limit = Näin monta liitettä ei voi lähettää yhtenä päivänä. Yritä huomenna uudelleen.

## Attachments: choose, send, look, save

attach-open = Kuva, tiedosto tai ääni
attach-title = Liitä
attach-what = Mitä haluat lähettää?
attach-take = Ota kuva
attach-choose = Valitse kuva
attach-voice = Ääniviesti
attach-file = Valitse tiedosto
attach-hint = Tiedosto saa olla enintään 25 Mt. Kuva pienennetään, ja siitä poistetaan tieto, missä ja milloin se on otettu. Vain keskustelussa mukana olevat voivat avata sen, mitä lähetät.
attach-caption = Muutama sana mukaan (jos haluat)
attach-caption-over = Tekstissä on { $count ->
        [one] yksi merkki
       *[other] { $count } merkkiä
    } liikaa.
attach-send = Lähetä
attach-other = Valitse jotain muuta
attach-busy = Laitetaan valmiiksi …
attach-sending = Sitä lähetetään nyt. Voit jatkaa kirjoittamista.
attach-photo_unreadable = Kuvaa ei voi avata täällä. Se voi olla rikki, tai selain ei osaa lukea sitä. Ota uusi kuva, tai lähetä se tiedostona.
attach-photo_huge = Kuva on liian suuri tälle laitteelle. Ota uusi kuva pienemmällä tarkkuudella, tai lähetä se tiedostona.

crop-title = Rajaa kuva
crop-how = Vedä pisteistä, niin voit leikata pois sen, minkä ei pidä näkyä. Näppäimistöllä: siirry reunaan sarkaimella (Tab) ja siirrä reunaa nuolinäppäimillä.
crop-top = Yläreuna
crop-bottom = Alareuna
crop-left = Vasen reuna
crop-right = Oikea reuna
crop-turn = Käännä neljänneskierros
crop-whole = Ota mukaan koko kuva

voice-what = Puhu kaikessa rauhassa. Voit pitää tauon ja kuunnella, ennen kuin lähetät. Enintään kymmenen minuuttia.
voice-start = Aloita äänitys
voice-starting = Avataan mikrofonia …
voice-recording = Äänitetään
voice-paused = Tauolla
voice-level = Äänen voimakkuus
voice-pause = Tauko
voice-go = Jatka
voice-done = Valmis
voice-drop = Hylkää äänitys
voice-drop-question = Hylätäänkö äänitys? Sitä ei saa takaisin.
voice-drop-yes = Hylkää
voice-found = Täällä on äänitys, jota ei ole lähetetty. Kuuntele se, ja lähetä tai hylkää se.
voice-soon-full = Aikaa on alle minuutti.
voice-full = Kymmenen minuuttia on kulunut. Kuuntele ja lähetä, niin voit äänittää lisää.
voice-microphone_denied = Mikrofonin käyttö on estetty tällä sivulla. Salli se selaimen asetuksissa ja yritä uudelleen.
voice-microphone_none = Mikrofonia ei voi käyttää täällä. Ehkä jokin toinen ohjelma käyttää sitä.
voice-note = Ääniviesti
voice-play = Toista
voice-fast = Nopeammin
voice-position = Kohta äänityksessä
voice-at = { $at } / { $of }
voice-failed = Ääntä ei voi toistaa.

attachment-photo = Kuva
attachment-file = Tiedosto
attachment-voice = Ääniviesti
attachment-photo-name = kuva.jpg
attachment-file-name = tiedosto
attachment-new = { $author } lähetti: { $what }
attachment-larger = Näytä suurempana
attachment-smaller = Näytä pienempänä
attachment-save = Tallenna laitteelle
attachment-fetch = Hae ({ $size })
attachment-fetching = Haetaan …
attachment-sending = Lähetetään …
attachment-percent = { $percent } %
attachment-stuck = Sitä ei ole vielä lähetetty.
attachment-stuck-here = Se ei ole vielä tullut tänne.
attachment-gone = Sitä ei voi enää hakea. Pyydä lähettäjää lähettämään se uudelleen.
attachment-ask-again = Yritä hakea uudelleen
attachment-broken = Tänne tullut liite on rikki, eikä sitä voi avata. Pyydä lähettäjää lähettämään se uudelleen.
attachment-more = Lisää
attachment-cancel = Älä lähetä
attachment-cancel-question = Poistetaanko se täältä ja jätetään lähettämättä?
attachment-cancel-yes = Poista
size-kb = { $size } kt
size-mb = { $size } Mt
problem-attachment_empty = Tiedosto on tyhjä.
problem-attachment_too_large = Tiedosto on liian suuri. Se saa olla enintään 25 Mt.
problem-file_unreadable = Tiedostoa ei voitu lukea. Valitse se uudelleen.
problem-device_full = Tällä laitteella ei ole tilaa. Poista siltä jotain muuta ja yritä uudelleen. Se, mitä täällä jo on, on tallessa.

## Look, easy reading and reading aloud

room-failed = Tätä sivua ei saatu haettua. Kirjoittamasi teksti on tallessa. Tarkista verkko ja yritä uudelleen.
lock-title = Lukittuu itsestään
lock-after = Lukitse, kun kukaan ei ole koskenut sovellukseen
lock-minutes = { $count ->
        [one] 1 minuuttiin
       *[other] { $count } minuuttiin
    }
lock-what = Avaat sen taas koodillasi. Kirjoittamasi on tallessa. Sovellus ei lukitu, kun jotain äänitetään tai lähetetään.
tell-exit-title = Kun poistut nopeasti
tell-exit = Kerro, kun poistun nopeasti: { $names }
tell-exit-what = He näkevät silloin, että lähdit kiireessä ja milloin, ja ettei sinulle pidä soittaa tai kirjoittaa, ennen kuin kirjoitat itse. Omassa puhelimessasi siitä ei näy mitään.
tell-exit-not = Jos keskustelussa on toinenkin vanhempi, siellä ei kerrota mitään. Ilman verkkoa se kerrotaan vasta, kun olet avannut sovelluksen uudelleen.
look-title = Ulkoasu
theme-title = Vaalea vai tumma
theme-phone = Kuten puhelimessa
theme-light = Vaalea
theme-dark = Tumma
easy-title = Helppolukuinen
easy-what = Isompi teksti, enemmän tilaa ja lyhyemmät lauseet.
read-aloud = Lue ääneen
read-stop = Lopeta lukeminen
read-no-voice = Puhelimessa ei ole ääntä, joka lukee suomea. Sellaisen voi ehkä ladata puhelimen asetuksista.
read-failed = Ääneen lukeminen ei onnistunut. Yritä uudelleen.
easy-next = Eteenpäin
conversation-readers = Sen, mitä kirjoitat tähän, voi lukea { $names }. Ei kukaan muu.
people-what = Tästä näet, ketkä ovat mukana keskustelussa. Vain he voivat lukea.
settings-what = Se, mitä valitset täällä, koskee vain tätä laitetta. Kukaan muu ei näe sitä.
add-slip-what = Uudella lapulla saat yhden keskustelun lisää. Muut keskustelut eivät muutu.
circles-what = Vain keskustelussa mukana olevat voivat lukea sen.
dictate-start = Sanele
dictate-stop = Lopeta kuuntelu
dictate-failed = Mitään ei kuulunut. Yritä uudelleen tai kirjoita.

## Messages: answer, react, change, delete, search

message-more = Lisää
message-more-of = viestistä, jonka kirjoitti { $author }
message-more-mine = omasta viestistäsi
message-reply = Vastaa
message-edit = Muuta
message-react = Reagoi
reactions = Reaktiot
reaction-heart = Sydän
reaction-thumb_up = Peukku
reaction-thanks = Kiitos
reaction-hug = Halaus
reaction-sad_with_you = Tunnen kanssasi
reaction-tick = Selvä
reaction-who = { $reaction }: { $who }
reaction-again = Voit poistaa reaktiosi painamalla sitä uudestaan.
message-changed = Muutettu
message-gone = Viesti on poistettu.
message-changing = Muutosta ei ole vielä lähetetty. Muut näkevät vanhan tekstin.
message-going = Ei vielä lähetetty. Muut näkevät viestin yhä.
message-unfetched = Ei vielä haettu. Puhelin voi olla pois päältä.
delete-all = Poista kaikilta
delete-all-question = Viesti katoaa kaikilta keskustelussa. Joku on voinut jo lukea sen.
delete-all-yes = Kyllä, poista kaikilta
delete-unsent-question = Viestiä ei ole vielä lähetetty. Jos poistat sen, sitä ei lähetetä koskaan.
delete-too-late = On kulunut yli vuorokausi. Voit poistaa viestin tältä laitteelta.
delete-here = Poista tältä laitteelta
delete-here-question = Viesti katoaa vain täältä. Muille se jää.
delete-here-yes = Kyllä, poista täältä
quote-go = Vastaus viestiin:
quote-gone = Poistettu viesti
quote-missing = Viesti, jota ei ole täällä
reply-title = Vastaat viestiin
reply-cancel = Peru vastaus
edit-title = Muutat viestiäsi
edit-save = Tallenna muutos
edit-too-late = On kulunut yli tunti. Viestiä ei voi enää muuttaa.
conversation-since = Uutta viime käyntisi jälkeen
conversation-newer = Näytä uudempia
conversation-keep = Viestit poistetaan kaikilta { $days } päivän päästä.
conversation-long = Teksti on liian pitkä yhdeksi viestiksi. Se on tallessa tässä.
conversation-parts = { $count ->
    [one] Lähetä { $count } osassa
   *[other] Lähetä { $count } osassa
}
search-open = Hae keskustelusta
search-title = Haku
search-label = Haettavat sanat
search-where = Mistä haluat hakea?
search-here = Tästä keskustelusta
search-everywhere = Kaikista keskusteluista
search-private = Haku tehdään vain tällä laitteella.
search-count = { $count ->
    [0] Mitään ei löytynyt.
    [one] Löytyi { $count } viesti.
   *[other] Löytyi { $count } viestiä.
}
search-newest = Näet { $count } uusinta. Kirjoita lisää sanoja, niin löydät oikean.

## To remember: meetings, telephone numbers, what was agreed, the week, pinned messages

kept-title = Muistettavaa
kept-what = Täällä on tapaamisia, puhelinnumeroita ja muuta, mikä on hyvä löytää helposti. Kaikki keskustelussa näkevät sen.
kept-empty = Täällä ei ole vielä mitään.
kept-add = Lisää uusi
kept-next = Tapaaminen: { $when }
kept-asks = { $count ->
    [one] Yksi ehdotus tapaamisesta odottaa vastaustasi.
   *[other] { $count } ehdotusta tapaamisesta odottaa vastaustasi.
}
card-kind-meeting = Tapaaminen
card-kind-phone = Puhelinnumero
card-kind-agreed = Mitä olemme sopineet
card-kind-week = Viikon suunnitelma
card-kind-gone = Kortti
card-add-meeting = Ehdota tapaamista
card-add-phone = Kirjoita muistiin puhelinnumero
card-add-agreed = Kirjoita, mitä olemme sopineet
card-add-week = Tee viikon suunnitelma
card-edit = Muuta
card-change = Muuta korttia
card-drop = Poista
card-drop-question = Kortti katoaa kaikilta keskustelussa.
card-drop-yes = Kyllä, poista
card-dropped = Kortti on poistettu.
card-by = Kirjoittaja: { $author }
card-unsent = Ei vielä lähetetty. Muut eivät näe sitä vielä.
card-call = Soita { $number }
card-title-meeting = Mitä tapaaminen koskee?
card-title-phone = Kenen numero se on?
card-title-agreed = Mitä asia koskee?
card-title-week = Mikä on suunnitelman nimi?
card-optional = Tätä ei tarvitse täyttää.
card-text-meeting = Lisää tapaamisesta
card-text-phone = Puhelinnumero
card-text-agreed = Mitä olette sopineet?
card-lines = Mitä tehdään? Kirjoita yksi asia joka riville.
card-lines-hint = Enintään { $count } riviä.
card-time = Milloin?
card-time-number = Ehdotus { $number }
card-date = Päivä
card-clock = Kellonaika
card-time-more = Ehdota vielä yhtä aikaa
card-seen = Kaikki keskustelussa näkevät, mitä kirjoitat tähän.
card-week-again = Kun muutat suunnitelmaa, se alkaa alusta. Mitään ei ole silloin merkitty tehdyksi.
card-meeting-again = Kun muutat tapaamista, kaikilta kysytään uudestaan.
card-saved = Tallennettu kohtaan Muistettavaa.
card-empty = Täytä tämä.
card-too-long = Teksti on liian pitkä. Siinä saa olla enintään { $count } merkkiä.
card-bad-lines = Kirjoita vähintään yksi rivi. Rivejä saa olla enintään { $count }.
card-long-line = Yksi rivi on liian pitkä. Siinä saa olla enintään { $count } merkkiä.
card-bad-time = Valitse päivä ja kellonaika, joka ei ole vielä mennyt. Se saa olla enintään vuoden päässä.
meeting-set = Sovittu: { $when }
meeting-proposed = Ehdotettu aika:
meeting-over = Aika on mennyt.
meeting-question = Sopiiko se sinulle?
meeting-suits = Sopii: { $when }
meeting-none = Mikään aika ei sovi
meeting-not = Aika ei sovi
meeting-answered = Vastauksesi on tallennettu.
meeting-answer = { $who ->
        [Itse] Sinä: sopii { $when }
       *[other] { $who }: sopii { $when }
    }
meeting-answer-none = { $who ->
        [Itse] Sinä: mikään aika ei sovi
       *[other] { $who }: mikään aika ei sovi
    }
meeting-waits = Odotetaan vastausta: { $names }.
calendar-save = Lisää kalenteriin
calendar-what = Kalenterissa on vain sana Muistutus ja aika. Kalenteri voi näkyä muilla näytöillä ja muille, joille se on jaettu.
calendar-summary = Muistutus
pins-title = Kiinnitetyt viestit
pins-what = Kiinnitetyt viestit poistetaan { $days } päivän päästä, kuten kaikki muutkin. Kirjoita kortille se, minkä pitää säilyä pidempään.
pin-go = Näytä keskustelussa
pin-add = Kiinnitä
pin-remove = Poista kiinnitys
pin-added = Viesti on nyt kohdassa Muistettavaa.
pin-removed = Viestiä ei ole enää kiinnitetty.
act-card-new = { $actor ->
        [Itse] Lisäsit kohtaan Muistettavaa: { $what }.
       *[other] { $actor } lisäsi kohtaan Muistettavaa: { $what }.
    }
act-card-changed = { $actor ->
        [Itse] Muutit kohdassa Muistettavaa: { $what }.
       *[other] { $actor } muutti kohdassa Muistettavaa: { $what }.
    }
act-card-gone = { $actor ->
        [Itse] Poistit kohdasta Muistettavaa: { $what }.
       *[other] { $actor } poisti kohdasta Muistettavaa: { $what }.
    }
act-meeting = { $actor ->
        [Itse] Vastasit tapaamisesta: sopii { $when }.
       *[other] { $actor } vastasi tapaamisesta: sopii { $when }.
    }
act-meeting-none = { $actor ->
        [Itse] Vastasit tapaamisesta: mikään aika ei sovi.
       *[other] { $actor } vastasi tapaamisesta: mikään aika ei sovi.
    }
problem-cards_full = Kortteja on jo 20, eikä enempää mahdu. Poista yksi, jota ei enää tarvita, ja yritä uudelleen.
problem-phone_bad = Tämä ei näytä puhelinnumerolta. Kirjoita numeroita. Alussa voi olla +.

## Good to know: the organisations' own pages

info-title = Hyvä tietää
info-intro = Täällä on sivuja niiltä, jotka järjestävät tuen.
info-none = Täällä ei ole vielä sivuja.
info-private = Voit lukea kirjautumatta. Palvelin ei tallenna, kuka lukee. Se, mitä olet lukenut, jää tälle laitteelle, ja voit lukea sen ilman verkkoa.
info-other-language = Sivua ei ole omalla kielelläsi. Sivun kieli: { $language }.
info-from = Sivun tekijä: { $org }.
info-leaves = (avaa toisen verkkosivuston)
info-gone = Sivua ei ole enää.
info-offline = Sivua ei voi hakea juuri nyt. Tarkista verkko ja yritä uudelleen.
