import Decisions
import Exchange
import Kernel
import Participation
import WebServer

/// Every address of the officers' desk.
package enum WorkspacePath {
    package static let signIn = "/sign-in"
    package static let providerReturn = "/sign-in/provider/return"
    package static let signOut = "/sign-out"
    package static let password = "/password"
    package static let factor = "/second-factor"
    package static let account = "/account"
    package static let desk = "/desk"

    static let offerFactor = "/account/factor"
    static let confirmFactor = "/account/factor/confirm"
    static let tokens = "/account/tokens"
    static let revokeToken = "/account/tokens/revoke"
    static let revokeSession = "/account/sessions/revoke"

    static func provider(from path: String) -> String {
        path.isEmpty ? "/sign-in/provider" : "/sign-in/provider?from=\(URLText.encode(path))"
    }

    static func factor(then next: String) -> String { "\(factor)?from=\(URLText.encode(next))" }

    package static func signIn(from path: String) -> String { "\(signIn)?from=\(URLText.encode(path))" }

    static let alerts = "/alerts"
    static let readAlerts = "/alerts/read"
    static let alertWays = "/alerts/ways"
    static let calendarFile = "/alerts/calendar.ics"
    static let renewCalendar = "/alerts/calendar"
    static let revokeCalendar = "/alerts/calendar/revoke"

    static func calendar(_ key: String) -> String { "/calendar/\(key)" }

    static let intake = "\(desk)/receive"

    /// Registering an application; of who booked a window, with what the booking says already.
    static func intake(_ item: String, _ kind: String? = nil, booking: String? = nil) -> String {
        "\(intake)?item=\(URLText.encode(item))\(kind.map { "&kind=\($0)" } ?? "")"
            + (booking.map { "&booking=\(URLText.encode($0))" } ?? "")
    }

    /// The renewal or change of the permit that a case granted.
    static func intake(_ item: String, _ purpose: String, of number: String, _ kind: String? = nil) -> String {
        "\(intake(item, kind))&follow=\(purpose)&case=\(URLText.encode(number))"
    }

    package static let bookings = "/bookings"
    static let closeWindow = "\(bookings)/close"
    static let reopenWindow = "\(bookings)/reopen"

    static func bookings(on day: Day) -> String { "\(bookings)?day=\(day)" }

    static func booking(_ number: String, _ act: String) -> String { "\(bookings)/\(URLText.encode(number))/\(act)" }

    static let opening = "\(desk)/open"

    static func open(_ item: String, _ kind: String? = nil) -> String {
        "\(opening)?item=\(URLText.encode(item))\(kind.map { "&kind=\($0)" } ?? "")"
    }

    static let keepFilter = "\(desk)/filters"
    static let forgetFilter = "\(desk)/filters/remove"
    static let chooseColumns = "\(desk)/columns"

    static let batches = "\(desk)/batches"
    static let chooseBatch = "\(batches)/choose"

    static func batch(_ id: String) -> String { "\(batches)/\(URLText.encode(id))" }
    static func continueBatch(_ id: String) -> String { "\(batch(id))/continue" }

    static func desk(tab: String) -> String { "\(desk)?tab=\(tab)" }

    static func desk(_ values: [(name: String, value: String)]) -> String {
        let query = values.map { "\($0.name)=\(URLText.encode($0.value))" }.joined(separator: "&")
        return query.isEmpty ? desk : "\(desk)?\(query)"
    }

    package static let letters = "/correspondence"
    package static let standardAnswers = "/standard-answers"
    package static let information = "/disclosure"
    static let informationReports = "/disclosure-reports"

    package static let mandates = "/mandates"

    static func mandate(_ id: String, _ act: String) -> String { "\(mandates)/\(URLText.encode(id))/\(act)" }

    static let publications = "/publications"

    static func publications(tab: String) -> String { "\(publications)?tab=\(tab)" }

    static func publication(_ caseNumber: String) -> String { "\(publications)/\(URLText.encode(caseNumber))" }

    static func publication(_ caseNumber: String, _ act: PublicationAct) -> String {
        "\(publication(caseNumber))/\(act.rawValue)"
    }

    static let catalog = "/catalog"
    static let newItem = "/catalog/new"

    static func catalog(tab: String) -> String { "\(catalog)?tab=\(tab)" }
    static let importItems = "\(catalog)/import"
    static func item(_ id: String) -> String { "\(catalog)/items/\(URLText.encode(id))" }
    static func itemDraft(_ id: String) -> String { "\(item(id))/draft" }

    static func itemPapers(_ id: String) -> String { "\(item(id))/papers" }
    static func item(_ id: String, _ act: ItemAct) -> String { "\(item(id))/\(act.rawValue)" }

    static func benchmark(_ item: String) -> String { "\(self.item(item))/benchmark" }
    static func benchmark(_ item: String, _ act: BenchmarkAct) -> String { "\(benchmark(item))/\(act.rawValue)" }
    static func benchmarkDraft(_ item: String) -> String { "\(benchmark(item))/draft" }
    static func benchmarkDraftRows(_ item: String) -> String { "\(benchmarkDraft(item))/rows.csv" }
    static func benchmarkDraftTable(_ item: String, _ situation: Int) -> String {
        "\(benchmarkDraft(item))/situations/\(situation).dmn"
    }
    static func benchmarkComparison(_ item: String) -> String { "\(benchmark(item))/comparison" }
    static func benchmarkVersion(_ item: String, _ number: Int) -> String { "\(benchmark(item))/versions/\(number)" }
    static func benchmarkRows(_ item: String, _ number: Int) -> String {
        "\(benchmarkVersion(item, number))/rows.csv"
    }

    static let batchReview = "/catalog/review"
    static let standards = "/catalog/standards"
    static func standard(_ id: String) -> String { "\(standards)/\(URLText.encode(id))" }
    static func standard(_ id: String, _ act: String) -> String { "\(standard(id))/\(act)" }

    static let officialLists = "/official-lists"
    static let filings = "/filings"

    static func officialList(_ kind: String, _ owner: String) -> String {
        "\(officialLists)/\(URLText.encode(kind))/\(URLText.encode(owner))"
    }

    static let lawLibrary = "/law-library"
    static let importLaw = "/law-library/import"
    static let repealLaw = "/law-library/repeal"

    package static let legalTasks = "/law-tasks"

    static func legalTasks(_ query: LegalTaskQuery) -> String {
        query.text.isEmpty ? legalTasks : "\(legalTasks)?\(query.text)"
    }

    /// The benchmarks that lost what they rest on.
    static let fallenBenchmarks = "\(legalTasks)/benchmarks"
    /// The processes, tables and rules that cite what has changed.
    static let affectedDefinitions = "\(legalTasks)/definitions"

    static func legalTask(_ item: String, _ act: String) -> String {
        "\(legalTasks)/\(URLText.encode(item))/\(act)"
    }

    static let ratings = "/bad-ratings"
    /// What public supervisors said.
    package static let opinions = "/opinions"

    /// The page of what an alert is about.
    static func matter(of alert: Alert) -> String {
        switch alert.thing {
        case .caseFile: caseFile(alert.about)
        case .opinion: opinions
        case .benchmark: fallenBenchmarks
        case .dispute: dispute(alert.number)
        case .finding: "/supervision/findings/\(URLText.encode(alert.number))"
        case .order: "/supervision/orders/\(URLText.encode(alert.number))"
        case .score: "/supervision/scores/\(URLText.encode(alert.number))"
        case .booking: bookings
        // Only who wrote is told of letters, and not on the desk.
        case .letter: letters
        }
    }

    static func answerOpinion(_ id: String) -> String { "\(opinions)/\(URLText.encode(id))/answer" }

    static let delays = "/delays"
    package static let disputes = "/disputes"

    static func dispute(_ number: String) -> String { "\(disputes)/\(URLText.encode(number))" }

    static func dispute(_ number: String, _ act: String) -> String { "\(dispute(number))/\(act)" }

    static let dossiers = "/dossiers"

    static func dossiers(tab: DossierChoice) -> String { "\(dossiers)?tab=\(tab.rawValue)" }

    static func dossier(_ number: String) -> String { "\(caseFile(number))/dossier" }

    static func dossier(_ number: String, _ part: String) -> String { "\(dossier(number))/\(part)" }

    static func delay(_ caseFile: String) -> String { "\(delays)/\(URLText.encode(caseFile))" }

    static func rating(_ caseFile: String, _ act: String) -> String {
        "\(ratings)/\(URLText.encode(caseFile))/\(act)"
    }

    static func information(tab: String) -> String { "\(information)?tab=\(tab)" }

    static func informationRequest(_ number: String) -> String { "\(information)/\(URLText.encode(number))" }

    static func informationRequest(_ number: String, _ act: InformationAct) -> String {
        "\(informationRequest(number))/\(act.rawValue)"
    }

    /// A file of the reply, by its place from 1.
    static func informationFile(_ number: String, _ place: Int) -> String {
        "\(informationRequest(number))/files/\(place)"
    }

    static func informationReply(_ number: String) -> String { "\(informationRequest(number))/reply.pdf" }

    static func standardAnswers(_ status: StandardAnswer.Status) -> String {
        "\(standardAnswers)?status=\(status.rawValue)"
    }

    static func standardAnswer(_ id: StandardAnswer.ID) -> String { "\(standardAnswers)/\(URLText.encode(id.text))" }

    static func standardAnswer(_ id: StandardAnswer.ID, _ act: StandardAnswerAct) -> String {
        "\(standardAnswer(id))/\(act.rawValue)"
    }

    static func letters(tab: String) -> String { "\(letters)?tab=\(tab)" }

    static func messages(_ number: String) -> String { "\(caseFile(number))/messages" }

    /// A file of a message, by the message's number and the file's place from 0.
    static func messageFile(_ number: String, _ message: Int, _ file: Int) -> String {
        "\(messages(number))/\(message)/\(file)"
    }

    static func letter(_ number: String) -> String { "\(letters)/\(URLText.encode(number))" }

    static func letter(_ number: String, _ act: LetterAct) -> String { "\(letter(number))/\(act.rawValue)" }

    package static func caseFile(_ number: String) -> String { "\(desk)/cases/\(URLText.encode(number))" }

    static func step(_ number: String, _ step: String, _ outcome: String) -> String {
        "\(caseFile(number))/steps/\(URLText.encode(step))/\(URLText.encode(outcome))"
    }

    static func suspend(_ number: String) -> String { "\(caseFile(number))/suspend" }
    static func resume(_ number: String) -> String { "\(caseFile(number))/resume" }
    static func prolong(_ number: String) -> String { "\(caseFile(number))/prolong" }
    /// The address of taking, giving or signing a step; the act is the form's prefix.
    static func share(_ number: String, _ act: String) -> String { "\(caseFile(number))/\(act)" }
    static func supplement(_ number: String) -> String { "\(caseFile(number))/supplement" }
    static func withdraw(_ number: String) -> String { "\(caseFile(number))/withdraw" }
    static func urge(_ number: String) -> String { "\(caseFile(number))/urge" }
    static func merge(_ number: String) -> String { "\(caseFile(number))/merge" }
    static func split(_ number: String) -> String { "\(caseFile(number))/split" }
    static func legalReview(_ number: String) -> String { "\(caseFile(number))/legal-review" }

    static func legalReview(_ number: String, _ act: String) -> String { "\(legalReview(number))/\(act)" }

    static func raiseDispute(_ number: String) -> String { "\(caseFile(number))/dispute" }
    static func handOver(_ number: String) -> String { "\(caseFile(number))/handover" }
    static func terminate(_ number: String) -> String { "\(caseFile(number))/terminate" }
    static func correct(_ number: String) -> String { "\(caseFile(number))/correct" }
    static func cancel(_ number: String) -> String { "\(caseFile(number))/cancel" }
    static func declareVoid(_ number: String) -> String { "\(caseFile(number))/void" }
    static func reopen(_ number: String) -> String { "\(caseFile(number))/reopen" }
    static func refund(_ number: String) -> String { "\(caseFile(number))/refund" }
    /// What is done about money that is owed, each under the name of its form.
    static func money(_ number: String, _ form: String) -> String { "\(caseFile(number))/\(form)" }
    static func withdrawDecision(_ number: String) -> String { "\(caseFile(number))/withdrawdecision" }
    static func revoke(_ number: String) -> String { "\(caseFile(number))/revoke" }
    static func transition(_ number: String) -> String { "\(caseFile(number))/transition" }
    static func returning(_ number: String, from step: String) -> String {
        "\(caseFile(number))/return/\(URLText.encode(step))"
    }
    static func chart(_ number: String, form: String = "svg") -> String { "\(caseFile(number))/chart.\(form)" }
    static func file(_ number: String, material: Int, file: Int) -> String {
        "\(caseFile(number))/files/\(material)/\(file)"
    }
    static func evidence(_ number: String) -> String { "\(caseFile(number))/evidence" }
    static func evidence(_ number: String, _ piece: Int, file: Int) -> String {
        "\(evidence(number))/\(piece)/\(file)"
    }
    /// A file that a party handed in with its request, by the request's number from 1 and the file's place from 0.
    static func recusalFile(_ number: String, _ request: Int, file: Int) -> String {
        "\(caseFile(number))/recusals/\(request)/\(file)"
    }

    /// Where large files of a form (`evidence`, `recordings`) of the case page are begun.
    static func uploads(_ number: String, for form: String) -> String { "\(caseFile(number))/uploads?form=\(form)" }
    static func upload(_ number: String, _ id: String) -> String {
        "\(caseFile(number))/uploads/\(URLText.encode(id))"
    }
    /// Work on site; with a case, that case is taken along.
    static let field = "/field/work"
    static func field(_ number: String) -> String { "\(field)#\(URLText.encode(number))" }
    /// The case page with a record from the site in its form.
    static func fieldRecord(_ number: String, _ form: String) -> String {
        "\(caseFile(number))?record=\(URLText.encode(form))"
    }
    static func discardFieldRecord(_ number: String) -> String { "\(caseFile(number))/field-records/discard" }
    static func formDraft(_ number: String, _ form: String) -> String {
        "\(caseFile(number))?draft=\(URLText.encode(form))#todo"
    }
    static func discardFormDraft(_ number: String) -> String { "\(caseFile(number))/drafts/discard" }
    static func recordings(_ number: String) -> String { "\(caseFile(number))/recordings" }
    static func recording(_ number: String, _ recording: Int, file: Int) -> String {
        "\(recordings(number))/\(recording)/\(file)"
    }
    static func document(_ number: String, _ ordinal: Int) -> String { "\(caseFile(number))/documents/\(ordinal)" }
    static func documentDraft(_ number: String, _ ordinal: Int) -> String { "\(document(number, ordinal))/draft.docx" }

    package static let rules = "/rules"
    static let wordings = "/wordings"

    static func wording(_ document: String) -> String { "\(wordings)/\(URLText.encode(document))" }

    static func rule(_ use: String) -> String { "\(rules)/\(URLText.encode(use))" }
    static func itemRule(_ item: String, _ table: String) -> String {
        "\(rules)/items/\(URLText.encode(item))/\(URLText.encode(table))"
    }

    package static let processes = "/processes"

    static let processImport = "/processes/import"
    static func process(_ draft: String) -> String { "\(processes)/\(URLText.encode(draft))" }
    static func process(_ draft: String, _ act: String) -> String { "\(process(draft))/\(act)" }
    static func processCheck(_ draft: String) -> String { "\(process(draft))/check" }
    static func processBPMN(_ draft: String) -> String { "\(process(draft))/process.bpmn" }
    static func processChart(_ draft: String, form: String = "svg", audience: String = "internal") -> String {
        "\(process(draft))/chart.\(form)?audience=\(audience)"
    }
    static func processCase(_ draft: String, _ act: String) -> String { "\(process(draft))/cases/\(act)" }
    static func rehearsal(_ draft: String, _ moves: [String] = []) -> String {
        let query = moves.map { "move=\(URLText.encode($0))" }.joined(separator: "&")
        return "\(process(draft))/rehearsal\(query.isEmpty ? "" : "?\(query)")"
    }
    static func draftImpact(_ draft: String) -> String { "\(process(draft))/running" }
    static func versionImpact(_ process: String, _ number: Int) -> String {
        "\(processes)/\(URLText.encode(process))/versions/\(number)/running"
    }
    static func migration(_ plan: String) -> String { "/migrations/\(URLText.encode(plan))" }
    static func migration(_ plan: String, _ act: String) -> String { "\(migration(plan))/\(act)" }
    static let anyComparison = "/processes/comparison"
    static func draftComparison(_ draft: String) -> String { "\(process(draft))/comparison" }
    static func processComparison(_ process: String, _ number: Int) -> String {
        "\(processes)/\(URLText.encode(process))/versions/\(number)/comparison"
    }
}
