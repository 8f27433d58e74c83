import CanonicalJSON
import Kernel
import WebServer

/// One page of a list: so many lines, and where the next page begins.
struct Page: Sendable {
    static let greatest = 100
    static let usual = 50

    static let parameters = [
        Endpoint.Parameter(name: "limit", title: "每页条数，1至\(greatest)", shape: .integer),
        Endpoint.Parameter(name: "after", title: "上一页next所给的位置", shape: .text(least: 1, most: 100)),
    ]

    let limit: Int
    /// The key of the last line seen: numbers and identifiers joined by dots.
    let after: [String]

    init(_ call: Call, keyParts: Int) throws(Problem) {
        let given = call.request.query["limit"].flatMap { Int($0) } ?? Page.usual
        guard (1...Page.greatest).contains(given) else {
            throw Problem(400, "api.query", "查询条件不符", "查询条件“limit”应为1至\(Page.greatest)，实为\(given)")
        }
        limit = given
        let text = call.request.query["after"] ?? ""
        after = text.split(separator: ".").map(String.init)
        guard text.isEmpty || after.count == keyParts, keyParts > 0, after.isEmpty || Int64(after[0]) != nil else {
            throw Problem(400, "api.query", "查询条件不符", "查询条件“after”应为上一页next所给的位置，实为不是")
        }
    }

    /// The first part of the key, which is always a number.
    var number: Int64? { after.first.flatMap { Int64($0) } }

    /// Returns the page's answer from one row more than the limit, where there is one more.
    func answer<Row>(
        _ rows: [Row],
        _ call: Call,
        as shape: ObjectShape,
        key: (Row) -> String,
        value: (Row) throws -> JSONValue
    ) rethrows -> WebAnswer {
        let shown = rows.prefix(limit)
        var next: String?
        if rows.count > limit, let last = shown.last {
            let others = call.request.query.pairs.filter { $0.name != "after" }.map {
                "&\($0.name)=\(URLText.encode($0.value))"
            }
            next = "\(call.request.path)?after=\(URLText.encode(key(last)))\(others.joined())"
        }
        let items = JSONValue.array(try shown.map(value))
        var answer = WebAnswer.found(.members(["items": items, "next": next.map(JSONValue.string)]), as: shape)
        if let next { answer.headers.append(.init("Link", "<\(next)>; rel=\"next\"")) }
        return answer
    }

    static func shape(_ name: String, of line: ObjectShape) -> ObjectShape {
        ObjectShape(
            name,
            [
                .required("items", "本页各条", .list(.object(line), most: greatest)),
                .optional("next", "下一页的地址；没有这一项即为末页", .text()),
            ]
        )
    }
}
