/// Why a program's request was not done, in the form that programs read.
///
/// - Source: RFC 9457.
package struct Problem: Error, Hashable, Sendable {
    /// Where the codes are explained: `/problems/CODE`.
    package static let path = "/problems"

    package let status: Int
    /// Never changes once released: programs know a refusal by it.
    package let code: String
    /// What kind of refusal it is, in a few words.
    package let title: String
    /// What was expected and what was found.
    package let detail: String
    /// The article that stands behind it; empty where no law but order does.
    package let article: String
    /// What is wrong with which part of the body.
    package let faults: [Fault]
    /// The version that the thing has now, where an older one was seen.
    package let version: Int?
    /// Headers that belong to the answer.
    package let headers: [WebAnswer.Header]

    /// One fault and the place in the body that it is about, as a JSON pointer (RFC 6901).
    package struct Fault: Hashable, Sendable {
        package let pointer: String
        package let detail: String

        package init(_ pointer: String, _ detail: String) {
            self.pointer = pointer
            self.detail = detail
        }
    }

    package init(
        _ status: Int,
        _ code: String,
        _ title: String,
        _ detail: String,
        article: String = "",
        faults: [Fault] = [],
        version: Int? = nil,
        headers: [WebAnswer.Header] = []
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.article = article
        self.faults = faults
        self.version = version
        self.headers = headers
    }

    /// The names of its members, in the order in which they are written; those without value are left out.
    package static let members = [
        "type", "title", "status", "detail", "code", "article", "instance", "version", "errors",
    ]

    /// Returns the answer; `request` names the exchange, as the log does.
    func answer(to request: String) -> WebAnswer {
        var text = #"{"type":\#(quoted("\(Problem.path)/\(code)")),"title":\#(quoted(title)),"status":\#(status)"#
        text += #","detail":\#(quoted(detail)),"code":\#(quoted(code))"#
        if !article.isEmpty { text += #","article":\#(quoted(article))"# }
        text += #","instance":\#(quoted("urn:hengjian:request:\(request)"))"#
        if let version { text += #","version":\#(version)"# }
        if !faults.isEmpty {
            let list = faults.map { #"{"pointer":\#(quoted($0.pointer)),"detail":\#(quoted($0.detail))}"# }
            text += #","errors":[\#(list.joined(separator: ","))]"#
        }
        var answer = WebAnswer(status: status, type: "application/problem+json", bytes: Array("\(text)}".utf8))
        answer.headers += headers
        return answer
    }

    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Problem {
    /// What the server itself refuses, for a program.
    init(_ notice: RefusalNotice, headers: [WebAnswer.Header] = []) {
        // Forms are spoken of to people; a program sends no form.
        let detail = notice.code == "unsupportedBody" ? "请求内容应为application/json，实为其他格式" : notice.advice
        self.init(notice.status, "web.\(notice.code)", notice.heading, detail, headers: headers)
    }
}
