import HTML
import Kernel
import Participation

/// A standard answer in a list.
struct StandardAnswerLink: Hashable, Sendable {
    let question: String
    let about: String
    let publishedOn: String
    let excerpt: String
    let address: String

    init(_ entry: PublicStandardAnswers.Entry) {
        let answer = entry.answer
        question = answer.question
        about = [answer.item?.name, answer.agencyName].compactMap(\.self).joined(separator: "　")
        publishedOn = answer.publishedOn.description
        excerpt = answer.answer.count > 80 ? "\(answer.answer.prefix(80))…" : answer.answer
        address = HallPath.standardAnswer(entry.id.text)
    }
}

/// Standard answers one under the other, each with its beginning.
struct StandardAnswerList: Component {
    let answers: [StandardAnswerLink]

    var body: any HTML {
        ul(.cssClass("letters")) {
            for answer in answers {
                li {
                    p {
                        Badge("标准答复", tone: .good)
                        a(.href(answer.address)) { answer.question }
                    }
                    p(.cssClass("hint")) { "\(answer.about)　\(answer.publishedOn)公开" }
                    p { answer.excerpt }
                }
            }
        }
    }
}

/// One standard answer in full, with the way to ask on.
struct StandardAnswerPage: Component {
    let site: HallSite
    let answer: PublicStandardAnswer
    let address: String

    var body: any HTML {
        HallFrame(
            answer.question,
            of: site,
            part: .letters,
            at: PublicPlace(address),
            crumbs: [Crumb("咨询投诉", to: HallPath.letters), Crumb(answer.question)]
        ) {
            div(.cssClass("badges")) { Badge("标准答复", tone: .good) }
            h1 { answer.question }
            Panel("答复") {
                Paragraphs(answer.answer)
                DefinitionList([
                    Definition("机关", answer.agencyName), Definition("公开日期", answer.publishedOn.chinese),
                ])
            }
            if let item = answer.item {
                p {
                    "所涉事项："
                    a(.href(HallPath.item(item.code))) { item.name }
                }
            }
            p(.cssClass("hint")) { "这是机关对常见问题的统一答复。没有说到您的情况的，可以写信咨询。" }
            ButtonRow {
                LinkButton(
                    "没有解决，我要咨询",
                    to: HallPath.newLetter(LetterKind.question.rawValue, item: answer.item?.code),
                    weight: .secondary
                )
            }
        }
    }
}
