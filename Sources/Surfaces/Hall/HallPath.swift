import BlobStore
import Catalog
package import HTML
import Kernel
import Parties
import Supervision
import WebServer

/// Every address of the Hall, as links write it and as routes match it.
package enum HallPath {
    package static let home = "/"
    package static let items = "/items"
    package static let laws = "/laws"
    package static let follow = "/follow"
    static let checkForm = "/check"
    static let checkAuthority = "/check/authority.pem"
    static func check(_ number: String, _ code: String) -> String {
        "\(checkForm)/\(URLText.encode(number))/\(URLText.encode(code))"
    }
    package static let decisions = "/decisions"
    /// Where published results are searched.
    package static let findDecisions = "/search/decisions"

    /// The Hall of a division that runs one of its own.
    static func hall(_ code: String) -> String { "/halls/\(URLText.encode(code))" }

    /// What the public has of its own: applications, letters, the account.
    package static let own = "/me"
    package static let signIn = "/me/sign-in"
    static let signOut = "/me/sign-out"
    static let register = "/me/register"
    static let recover = "/me/recover"
    static let security = "/me/security"
    static let password = "/me/password"
    static let mobile = "/me/mobile"
    static let revokeSession = "/me/sessions/revoke"
    static let closeAccount = "/me/close"
    static let realName = "/me/name"
    /// The own cases; sent to, it adds an earlier one by its query code.
    static let ownCases = "/me/cases"

    static let firms = "/me/firms"

    /// A firm one acts for, by the mandate.
    static func firm(_ mandate: Mandate.ID) -> String { "\(firms)/\(URLText.encode(mandate.text))" }

    static func firm(_ mandate: Mandate.ID, _ act: String) -> String { "\(firm(mandate))/\(act)" }

    static func realName(then path: String) -> String { "\(realName)?from=\(URLText.encode(path))" }

    static let dropDraft = "/me/drafts/drop"

    static func ownCase(_ number: String) -> String { "\(ownCases)/\(URLText.encode(number))" }

    /// A file one handed in, by the places of its material and of itself, from 1.
    static func ownFile(_ number: String, _ material: Int, _ file: Int) -> String {
        "\(ownCase(number))/materials/\(material)/\(file)"
    }

    static func ownLetter(_ number: String) -> String { "\(own)/letters/\(URLText.encode(number))" }

    /// What a public supervisor sees.
    static let ownSupervision = "/me/supervision"
    static let ownOpinions = "/me/supervision/opinions"

    /// A case of the sample, by its place from 1.
    static func sampledCase(_ place: Int) -> String { "\(ownSupervision)/samples/\(place)" }

    static func sampledOpinion(_ place: Int) -> String { "\(sampledCase(place))/opinions" }

    static func ownInformation(_ number: String) -> String { "\(own)/information/\(URLText.encode(number))" }

    /// Signing in, and back to where one wanted to go.
    package static func signIn(from path: String) -> String { "\(signIn)?from=\(URLText.encode(path))" }

    /// The second half of registering or recovering: the code and the password.
    static func proof(of path: String) -> String { "\(path)/code" }

    /// What stands at the foot of every page.
    package static let footer = [
        footer(.publicity, to: publicity), footer(.lists, to: lists), footer(.subjects, to: subjects),
        footer(.enforcers, to: enforcers),
        footer(.pledges, to: pledges), footer(.oversight, to: oversight), footer(.supervisors, to: supervisors),
        footer(.information, to: information), footer(.laws, to: laws), footer(.openData, to: openData),
    ]

    private static func footer(_ label: HallLabel, to address: String) -> NavigationLink {
        NavigationLink(label.chinese, english: label.english, to: address)
    }

    package static let enforcers = "/lists/officers"
    static let subjects = "/lists/subjects"
    static let lists = "/lists"

    static func officialList(_ kind: String, of owner: String? = nil) -> String {
        "\(lists)/of/\(URLText.encode(kind))\(owner.map { "?of=\(URLText.encode($0))" } ?? "")"
    }

    static func officialListFile(_ kind: String, _ form: String, of owner: String? = nil) -> String {
        "\(lists)/of/\(URLText.encode(kind))/list.\(form)\(owner.map { "?of=\(URLText.encode($0))" } ?? "")"
    }

    /// Who supervises in public, and what they said.
    package static let supervisors = "/supervisors"

    /// What agencies promised, and how they kept it.
    static let pledges = "/pledges"

    static func pledge(_ agency: String) -> String { "\(pledges)/\(URLText.encode(agency))" }

    /// All items of an agency, to print.
    static func handbook(_ agency: String) -> String { "\(pledge(agency))/handbook.pdf" }

    /// What supervision came to.
    static let oversight = "/oversight"

    static func oversight(_ division: String, _ period: BulletinPeriod) -> String {
        "\(oversight)/of/\(URLText.encode(division))/\(period.text)"
    }

    static func oversightFile(_ division: String, _ period: BulletinPeriod, _ name: String) -> String {
        "\(oversight(division, period))/\(name)"
    }

    static func oversightAgency(_ agency: String) -> String { "\(oversight)/agencies/\(URLText.encode(agency))" }

    static let oversightDictionary = "/open-data/oversight-dictionary.csv"

    static let siteMap = "/sitemap.xml"
    static let openData = "/open-data"
    static let dictionary = "/open-data/dictionary.csv"
    static let decisionFeed = "/feeds/decisions.atom"

    /// Switches to large type and back.
    static let largeView = "/view/large"
    static let usualView = "/view/usual"

    /// Answers while somebody types into a search line.
    static let suggestions = "/search/suggestions"
    static let catalogDictionary = "/open-data/catalog-dictionary.csv"
    static let catalogFeed = "/feeds/catalog.atom"
    static let catalogChanges = "/announcements/catalog"

    /// The whole catalog as it was on a day, as 2026-03-01; today's without one.
    static func openCatalog(_ format: String, on day: String? = nil) -> String {
        "\(openData)/catalog.\(format)" + (day.map { "?on=\($0)" } ?? "")
    }

    /// The decisions of a month, as 2026-03, in a format.
    static func openDecisions(_ month: String, _ format: String) -> String {
        "\(openData)/decisions/\(month).\(format)"
    }

    /// Published answers and outcomes.
    package static let letters = "/letters"
    static let newLetter = "/letters/new"

    /// The form of a letter that is about something already.
    static func newLetter(
        _ kind: String,
        item: String? = nil,
        caseFile: (number: String, code: String)? = nil
    ) -> String {
        var address = "\(newLetter)?kind=\(kind)"
        if let item { address += "&item=\(URLText.encode(item))" }
        if let caseFile {
            address += "&case=\(URLText.encode(caseFile.number))"
            if !caseFile.code.isEmpty { address += "&code=\(URLText.encode(caseFile.code))" }
        }
        return address
    }

    /// Published letters about one item.
    static func letters(item: String) -> String { "\(letters)?item=\(URLText.encode(item))" }

    static func publishedLetter(_ id: String) -> String { "\(letters)/answers/\(URLText.encode(id))" }

    static func standardAnswer(_ id: String) -> String { "\(letters)/standard/\(URLText.encode(id))" }

    /// Requests for information: what they are for, and what became of them.
    package static let information = "/information"
    static let newInformation = "/information/new"

    /// The annual reports on disclosure of a year, of all agencies or of those of a division.
    static func informationReports(_ year: Int, below division: String = "") -> String {
        "\(information)/reports/\(year)" + (division.isEmpty ? "" : "?division=\(URLText.encode(division))")
    }

    static func informationReport(_ year: Int, of agency: String) -> String {
        "\(informationReports(year))/\(URLText.encode(agency))"
    }

    /// A request for information as its applicant sees it.
    static func information(_ number: String, _ code: String) -> String {
        "\(follow)/information/\(URLText.encode(number))/\(URLText.encode(code))"
    }

    static func information(_ number: String, _ code: String, _ part: InformationPart) -> String {
        "\(information(number, code))/\(part.rawValue)"
    }

    /// A letter as its writer sees it.
    package static func letter(_ number: String, _ code: String) -> String {
        "\(follow)/letters/\(URLText.encode(number))/\(URLText.encode(code))"
    }

    static func letter(_ number: String, _ code: String, _ part: LetterPart) -> String {
        "\(letter(number, code))/\(part.rawValue)"
    }

    /// The items for one thing people want to do.
    static func lifeEvent(_ id: String) -> String { "/events/\(URLText.encode(id))" }

    package static func item(_ code: String) -> String { "\(items)/\(URLText.encode(code))" }

    /// A published version of an item, by its number.
    static func itemVersion(_ code: String, _ number: Int) -> String { "\(item(code))/versions/\(number)" }

    /// The drawing of an item's process, for wide or narrow screens.
    package static func chart(_ code: String, isNarrow: Bool = false) -> String {
        "\(item(code))/\(isNarrow ? "chart-narrow.svg" : "chart.svg")"
    }

    /// The grades of a situation, by its number from 0, as a decision table.
    static func grades(_ code: String, _ number: Int) -> String { "\(item(code))/discretion/\(number).dmn" }

    /// The same drawing as a file to keep: `png` or `pdf`.
    static func chart(_ code: String, form: String) -> String { "\(item(code))/chart.\(form)" }

    /// One sheet about an item, to print and to hand out.
    static func leaflet(_ code: String) -> String { "\(item(code))/leaflet.pdf" }

    /// A blank form or a sample of one of the item's materials.
    static func paper(_ paper: Material.Paper, of code: String) -> String { "\(item(code))/papers/\(paper.file.blob)" }

    package static func law(_ name: String) -> String { "\(laws)/\(URLText.encode(name))" }

    /// What changed between two versions of a statute, by their numbers.
    package static func law(_ name: String, from older: Int, to newer: Int) -> String {
        "\(law(name))/\(older)/\(newer)"
    }

    package static func apply(_ code: String) -> String { "\(item(code))/apply" }

    package static func draft(_ id: String) -> String { "/apply/\(URLText.encode(id))" }

    package static func draft(_ id: String, _ part: DraftPart) -> String { "\(draft(id))/\(part.rawValue)" }

    /// The page of one material, by its place in the item's list from 1.
    package static func material(_ id: String, _ number: Int) -> String { "\(draft(id))/materials/\(number)" }

    package static func caseFile(_ number: String, _ code: String) -> String {
        "\(follow)/\(URLText.encode(number))/\(URLText.encode(code))"
    }

    package static func caseFile(_ number: String, _ code: String, _ part: CasePart) -> String {
        "\(caseFile(number, code))/\(part.rawValue)"
    }

    /// A document of a case, by its place in order of issue from 1.
    package static func document(_ number: String, _ code: String, _ place: Int) -> String {
        "\(caseFile(number, code))/documents/\(place)"
    }

    /// Those of one item.
    static func decisions(item code: String) -> String { "\(findDecisions)?item=\(URLText.encode(code))" }

    /// Those of one agency.
    static func decisions(of agency: String) -> String { "\(decisions)?agency=\(URLText.encode(agency))" }

    package static func decision(_ number: String) -> String { "\(decisions)/\(URLText.encode(number))" }

    /// The parts of an application that is being written.
    package enum DraftPart: String, Sendable {
        case applicant, form, review, receipt
    }

    /// What an applicant can do in a case.
    package enum CasePart: String, Sendable {
        case supplement, withdraw, rate, messages, recusal
        case feed = "feed.atom"
    }

    /// What a writer can do about a letter.
    enum LetterPart: String, Sendable {
        case receipt, judge, reopen
        case feed = "feed.atom"
    }

    /// What an applicant can do about a request for information.
    enum InformationPart: String, Sendable {
        case receipt, correct, withdraw
        case reply = "reply.pdf"
    }

    /// The two addresses of a thing that is followed: by its query code, and from the own account.
    struct Followed {
        let byCode: RoutePath
        let own: RoutePath

        init(_ byCode: RoutePath, own: RoutePath) {
            self.byCode = byCode
            self.own = own
        }
    }

    enum Pattern {
        static let own: RoutePath = "/me"
        static let signIn: RoutePath = "/me/sign-in"
        static let signOut: RoutePath = "/me/sign-out"
        static let register: RoutePath = "/me/register"
        static let registerCode: RoutePath = "/me/register/code"
        static let recover: RoutePath = "/me/recover"
        static let recoverCode: RoutePath = "/me/recover/code"
        static let security: RoutePath = "/me/security"
        static let password: RoutePath = "/me/password"
        static let mobile: RoutePath = "/me/mobile"
        static let mobileCode: RoutePath = "/me/mobile/code"
        static let revokeSession: RoutePath = "/me/sessions/revoke"
        static let closeAccount: RoutePath = "/me/close"
        static let realName: RoutePath = "/me/name"
        static let ownCases: RoutePath = "/me/cases"
        static let supervisors: RoutePath = "/supervisors"
        static let ownSupervision: RoutePath = "/me/supervision"
        static let ownOpinions: RoutePath = "/me/supervision/opinions"
        static let sampledCase: RoutePath = "/me/supervision/samples/{place}"
        static let sampledOpinion: RoutePath = "/me/supervision/samples/{place}/opinions"
        static let firms: RoutePath = "/me/firms"
        static let firm: RoutePath = "/me/firms/{mandate}"
        static let firmDecide: RoutePath = "/me/firms/{mandate}/decide"
        static let firmRemove: RoutePath = "/me/firms/{mandate}/remove"
        static let firmLeave: RoutePath = "/me/firms/{mandate}/leave"
        static let dropDraft: RoutePath = "/me/drafts/drop"
        static let letters: RoutePath = "/letters"
        static let newLetter: RoutePath = "/letters/new"
        static let publishedLetter: RoutePath = "/letters/answers/{letter}"
        static let standardAnswer: RoutePath = "/letters/standard/{answer}"
        static let letter = Followed("/follow/letters/{number}/{query}", own: "/me/letters/{number}")
        static let letterReceipt: RoutePath = "/follow/letters/{number}/{query}/receipt"
        static let letterFeed: RoutePath = "/follow/letters/{number}/{query}/feed.atom"
        static let judgeReply = Followed("/follow/letters/{number}/{query}/judge", own: "/me/letters/{number}/judge")
        static let reopenLetter = Followed(
            "/follow/letters/{number}/{query}/reopen",
            own: "/me/letters/{number}/reopen"
        )
        static let information: RoutePath = "/information"
        static let newInformation: RoutePath = "/information/new"
        static let informationReports: RoutePath = "/information/reports/{year}"
        static let informationReport: RoutePath = "/information/reports/{year}/{agency}"
        static let informationRequest = Followed(
            "/follow/information/{number}/{query}",
            own: "/me/information/{number}"
        )
        static let informationReceipt: RoutePath = "/follow/information/{number}/{query}/receipt"
        static let correctInformation = Followed(
            "/follow/information/{number}/{query}/correct",
            own: "/me/information/{number}/correct"
        )
        static let withdrawInformation = Followed(
            "/follow/information/{number}/{query}/withdraw",
            own: "/me/information/{number}/withdraw"
        )
        static let informationReply = Followed(
            "/follow/information/{number}/{query}/reply.pdf",
            own: "/me/information/{number}/reply.pdf"
        )
        static let informationFile = Followed(
            "/follow/information/{number}/{query}/files/{place}",
            own: "/me/information/{number}/files/{place}"
        )
        static let largeView: RoutePath = "/view/large"
        static let usualView: RoutePath = "/view/usual"
        static let home: RoutePath = "/"
        static let englishHome: RoutePath = "/en"
        static let hall: RoutePath = "/halls/{code}"
        static let lifeEvent: RoutePath = "/events/{event}"
        static let items: RoutePath = "/items"
        static let suggestions: RoutePath = "/search/suggestions"
        static let item: RoutePath = "/items/{code}"
        static let itemVersion: RoutePath = "/items/{code}/versions/{number}"
        static let chart: RoutePath = "/items/{code}/chart.svg"
        static let chartImage: RoutePath = "/items/{code}/chart.png"
        static let chartPaper: RoutePath = "/items/{code}/chart.pdf"
        static let grades: RoutePath = "/items/{code}/discretion/{file}"
        static let leaflet: RoutePath = "/items/{code}/leaflet.pdf"
        static let paper: RoutePath = "/items/{code}/papers/{paper}"
        static let narrowChart: RoutePath = "/items/{code}/chart-narrow.svg"
        static let laws: RoutePath = "/laws"
        static let law: RoutePath = "/laws/{law}"
        static let lawComparison: RoutePath = "/laws/{law}/{from}/{to}"
        static let apply: RoutePath = "/items/{code}/apply"
        static let draft: RoutePath = "/apply/{draft}"
        static let applicant: RoutePath = "/apply/{draft}/applicant"
        static let form: RoutePath = "/apply/{draft}/form"
        static let material: RoutePath = "/apply/{draft}/materials/{number}"
        static let review: RoutePath = "/apply/{draft}/review"
        static let receipt: RoutePath = "/apply/{draft}/receipt"
        static let follow: RoutePath = "/follow"
        static let caseFile = Followed("/follow/{number}/{query}", own: "/me/cases/{number}")
        static let supplement = Followed("/follow/{number}/{query}/supplement", own: "/me/cases/{number}/supplement")
        static let rate = Followed("/follow/{number}/{query}/rate", own: "/me/cases/{number}/rate")
        static let messages = Followed("/follow/{number}/{query}/messages", own: "/me/cases/{number}/messages")
        static let messageFile = Followed(
            "/follow/{number}/{query}/messages/{message}/{file}",
            own: "/me/cases/{number}/messages/{message}/{file}"
        )
        static let recusal = Followed("/follow/{number}/{query}/recusal", own: "/me/cases/{number}/recusal")
        static let ownFile: RoutePath = "/me/cases/{number}/materials/{material}/{file}"
        static let caseFeed: RoutePath = "/follow/{number}/{query}/feed.atom"
        static let robots: RoutePath = "/robots.txt"
        static let oversight: RoutePath = "/oversight"
        static let oversightBulletin: RoutePath = "/oversight/of/{division}/{period}"
        static let oversightFile: RoutePath = "/oversight/of/{division}/{period}/{file}"
        static let oversightAgency: RoutePath = "/oversight/agencies/{agency}"
        static let oversightDictionary: RoutePath = "/open-data/oversight-dictionary.csv"
        static let pledges: RoutePath = "/pledges"
        static let pledge: RoutePath = "/pledges/{agency}"
        static let handbook: RoutePath = "/pledges/{agency}/handbook.pdf"
        static let siteMap: RoutePath = "/sitemap.xml"
        static let withdraw = Followed("/follow/{number}/{query}/withdraw", own: "/me/cases/{number}/withdraw")
        static let followUp = Followed(
            "/follow/{number}/{query}/permit/{purpose}",
            own: "/me/cases/{number}/permit/{purpose}"
        )
        static let document = Followed(
            "/follow/{number}/{query}/documents/{place}",
            own: "/me/cases/{number}/documents/{place}"
        )
        static let caseChart = Followed("/follow/{number}/{query}/chart/{form}", own: "/me/cases/{number}/chart/{form}")
        static let checkForm: RoutePath = "/check"
        static let checkAuthority: RoutePath = "/check/authority.pem"
        static let check: RoutePath = "/check/{number}/{check}"
        static let decisions: RoutePath = "/decisions"
        static let findDecisions: RoutePath = "/search/decisions"
        static let openData: RoutePath = "/open-data"
        static let dictionary: RoutePath = "/open-data/dictionary.csv"
        static let openDecisions: RoutePath = "/open-data/decisions/{file}"
        static let catalogDictionary: RoutePath = "/open-data/catalog-dictionary.csv"
        static let catalogFeed: RoutePath = "/feeds/catalog.atom"
        static let catalogChanges: RoutePath = "/announcements/catalog"
        static let decisionFeed: RoutePath = "/feeds/decisions.atom"
        static let subjects: RoutePath = "/lists/subjects"
        static let lists: RoutePath = "/lists"
        static let officialList: RoutePath = "/lists/of/{kind}"
        static let officialListFile: RoutePath = "/lists/of/{kind}/{file}"
        static let enforcers: RoutePath = "/lists/officers"
        static let decision: RoutePath = "/decisions/{number}"
    }
}
