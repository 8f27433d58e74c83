import HTML
import Kernel
import Participation
import Supervision

/// A published letter in a list.
struct LetterLink: Hashable, Sendable {
    let title: String
    let kind: String
    let outcome: ComplaintOutcome?
    let about: String
    let repliedOn: String
    let excerpt: String
    let address: String

    init(_ entry: PublicLetters.Entry) {
        let letter = entry.letter
        title = letter.title
        kind = letter.kind.chinese
        outcome = letter.outcome
        about = [letter.item?.name, letter.agencyName].compactMap(\.self).joined(separator: "　")
        repliedOn = letter.repliedOn.description
        excerpt = letter.reply.count > 80 ? "\(letter.reply.prefix(80))…" : letter.reply
        address = HallPath.publishedLetter(entry.id.text)
    }
}

/// Published letters one under the other, each with the beginning of its answer.
struct LetterList: Component {
    let letters: [LetterLink]

    var body: any HTML {
        ul(.cssClass("letters")) {
            for letter in letters {
                li {
                    p {
                        Badge(letter.kind)
                        if let outcome = letter.outcome { Badge(outcome.chinese, tone: outcome.tone) }
                        a(.href(letter.address)) { letter.title }
                    }
                    p(.cssClass("hint")) { "\(letter.about)　\(letter.repliedOn)答复" }
                    p { letter.excerpt }
                }
            }
        }
    }
}

/// Published answers and outcomes, with the way to write.
struct LetterListPage: Component {
    let site: HallSite
    let query: LetterQuery
    let agencies: [Choice]
    /// Those that fit what is asked for; only beside questions, on the first page.
    let standards: [StandardAnswerLink]
    let letters: [LetterLink]
    let next: String?
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            "咨询投诉",
            of: site,
            part: .letters,
            at: PublicPlace(HallPath.letters),
            crumbs: [Crumb("咨询投诉")],
            messages: messages
        ) {
            h1 { "咨询、投诉、举报" }
            p { "先搜一搜别人问过什么；没有答案的，直接写信，机关在期限内答复。不用注册，可以匿名。" }
            ButtonRow {
                LinkButton("我要咨询", to: HallPath.newLetter(LetterKind.question.rawValue, item: query.item))
                LinkButton(
                    "我要投诉举报",
                    to: HallPath.newLetter(LetterKind.complaint.rawValue, item: query.item),
                    weight: .secondary
                )
                LinkButton("查看我的来信", to: HallPath.follow, weight: .secondary)
            }
            Panel("公开的答复和处理结果") {
                search
                if !standards.isEmpty { StandardAnswerList(answers: standards) }
                if letters.isEmpty, standards.isEmpty {
                    EmptyState("没有公开的答复") { p { "换个说法再搜，或者直接写信。" } }
                } else if !letters.isEmpty {
                    LetterList(letters: letters)
                    Pagination(
                        previous: query.after == nil ? nil : HallPath.letters,
                        next: next,
                        summary: "本页 \(letters.count) 件"
                    )
                }
            }
            p(.cssClass("hint")) { "公开的内容隐去了来信人和其他个人的信息；投诉举报只公开处理结果。" }
        }
    }

    private var search: any HTML {
        Element("form", [.cssClass("search-grid"), .role("search"), .action(HallPath.letters), .method(.get)]) {
            if let item = query.item { HiddenField("item", item) }
            TextField(FieldCaption("q", label: "关键词"), value: query.text, kind: .search, maxLength: 60)
            SelectField(
                FieldCaption("kind", label: "类型"),
                choices: [Choice("", "全部")] + LetterKind.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: query.kind?.rawValue ?? ""
            )
            SelectField(
                FieldCaption("outcome", label: "查办结论"),
                choices: [Choice("", "全部"), Choice(LetterQuery.Outcome.any.text, "有结论的")]
                    + ComplaintOutcome.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: query.outcome?.text ?? ""
            )
            SelectField(
                FieldCaption("agency", label: "机关"),
                choices: [Choice("", "全部")] + agencies,
                chosen: query.agency ?? ""
            )
            button(.cssClass("button"), .type("submit")) { "搜索" }
        }
    }
}

/// One published answer or outcome.
struct PublishedLetterPage: Component {
    let site: HallSite
    let letter: PublicLetter
    /// The correction orders that followed.
    let orders: [OrderRow]
    let address: String

    var body: any HTML {
        HallFrame(
            letter.title,
            of: site,
            part: .letters,
            at: PublicPlace(address),
            crumbs: [Crumb("咨询投诉", to: HallPath.letters), Crumb(letter.title)]
        ) {
            div(.cssClass("badges")) {
                Badge(letter.kind.chinese, tone: .active)
                if let outcome = letter.outcome { Badge(outcome.chinese, tone: outcome.tone) }
            }
            h1 { letter.title }
            if let text = letter.text { Panel("来信") { Paragraphs(text) } }
            Panel(letter.kind == .question ? "答复" : "处理结果") {
                Paragraphs(letter.reply)
                DefinitionList(facts)
            }
            if !orders.isEmpty {
                Panel("督办") {
                    DataTable(
                        "监督机关发出的文书",
                        columns: [.init("文书"), .init("文号"), .init("结果")],
                        rows: orders.map { .init([$0.kind.chinese, $0.number ?? "", $0.status.chinese]) }
                    )
                }
            }
            if let item = letter.item {
                p {
                    "所涉事项："
                    a(.href(HallPath.item(item.code))) { item.name }
                }
            }
        }
    }

    private var facts: [Definition] {
        [
            letter.outcome.map { Definition("查办结论", $0.chinese) },
            letter.measures.map { measures in Definition("处理情况") { Paragraphs(measures) } },
            Definition("机关", letter.agencyName), Definition("答复日期", letter.repliedOn.chinese),
            letter.isSatisfied.map { Definition("来信人评价", $0 ? "满意" : "不满意") },
        ].compactMap(\.self)
    }
}
