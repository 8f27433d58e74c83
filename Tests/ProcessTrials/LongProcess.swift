package import Processes

/// A license process as long as one likes: the general one with a long examination, full of choices, loops and branches.
package enum LongProcess {
    /// - Parameter count: the number of all its steps, at least forty.
    /// - Returns: a lawful definition.
    /// - Throws: when the template it is made from is not there.
    package static func definition(steps count: Int) throws -> ProcessDefinition {
        var draft = try Draft(.licensingGeneral)
        let added = count - (try draft.definition().steps.count)
        draft.lead("examine", "proposed", to: "long0")
        for number in 0..<added {
            let next = number + 1 < added ? "long\(number + 1)" : "review"
            var outcomes = [outcome("on", to: next)]
            switch number % 20 {
            case 3, 8, 16: outcomes.append(outcome("skip", to: number + 2 < added ? "long\(number + 2)" : "review"))
            case 5, 17: outcomes.append(outcome("back", to: "long\(number - 3)"))
            case 10 where number + 3 < added:
                // Two branches that meet again three steps on.
                outcomes = [outcome("on", to: "long\(number + 1)", "long\(number + 2)")]
                draft.add(["id": "meet\(number)", "next": "long\(number + 3)"], to: "junctions")
            case 11 where number + 2 < added: outcomes = [outcome("on", to: "meet\(number - 1)")]
            case 12 where number + 1 < added: outcomes = [outcome("on", to: "meet\(number - 2)")]
            default: break
            }
            draft.add([
                "id": "long\(number)", "name": "第\(number + 1)步",
                "kind": number % 4 == 0 ? "investigate" : "legalReview",
                "post": "examiner", "officers": 2, "limit": ["period": "0wd", "source": "行政许可法§42"],
                "outcomes": outcomes,
            ])
        }
        return try draft.definition()
    }

    private static func outcome(_ id: String, to next: String...) -> [String: Any] {
        ["id": id, "name": id, "next": next]
    }
}
