package import Codes
package import Kernel

/// A category of items that a division adds to the national ones (地方类别), as its published catalog of categories has it.
///
/// An item of it is run like one of a national category: frame, guards and limits are that category's.
///
/// - Source: 中办发〔2015〕21号 (the types, and others that conform to law).
package struct LocalCategory: Hashable, Sendable {
    /// Unique among the categories of its catalog; never given to another meaning.
    package let code: String
    package let chinese: String
    package let english: String?
    package let like: PowerCategory
    /// What stands for it in codes of items, where the national category's own letters do not.
    package let letters: String?
    package let basis: String
    /// `nil` holds since its catalog does.
    package let inForceFrom: Day?
    /// The first day on which it is not used any more.
    package let inForceUntil: Day?
    /// What an item of it states beyond the fields of all items, by the question's words.
    package internal(set) var questions: [FormField]

    package func isInForce(on day: Day) -> Bool {
        inForceFrom.map { $0 <= day } ?? true && inForceUntil.map { day < $0 } ?? true
    }

    /// The national category it is run like, in words.
    package var chineseWithLike: String { "\(chinese)（按\(like.chinese)办理）" }
}

/// The local category an item is listed under, in the version of the catalog that was in force when it was stated.
///
/// The version says what the category means; a later one changes nothing for the item.
package struct StatedCategory: Hashable, Sendable, Codable {
    /// An answer to one of the category's questions, in its words.
    package struct Answer: Hashable, Sendable, Codable {
        package let question: String
        package let answer: String

        package init(_ question: String, _ answer: String) {
            self.question = question
            self.answer = answer
        }
    }

    /// Whose catalog, as lists name their owners, and which version of it.
    package let owner: String
    package let version: Int
    package let code: String
    package let chinese: String
    package let english: String?
    package let letters: String?
    package let answers: [Answer]

    package init(_ category: LocalCategory, of owner: String, version: Int, answers: [Answer]) {
        self.owner = owner
        self.version = version
        code = category.code
        chinese = category.chinese
        english = category.english
        letters = category.letters
        self.answers = answers
    }

    package func answer(to question: String) -> String? { answers.first { $0.question == question }?.answer }

    /// The answers as a cell of a list: `年检周期：每年；主管部门：区市监局`.
    package var cell: String? {
        answers.isEmpty ? nil : answers.map { "\($0.question)：\($0.answer)" }.joined(separator: "；")
    }

    /// Reads such a cell; what has no question and answer is returned apart.
    package static func answers(in cell: String) -> (answers: [Answer], unread: [String]) {
        var (answers, unread): ([Answer], [String]) = ([], [])
        for part in cell.statedParts {
            let sides = part.split(maxSplits: 1, whereSeparator: { "：:".contains($0) }).map { String($0).trimmed }
            if sides.count == 2 { answers.append(Answer(sides[0], sides[1])) } else { unread.append(part) }
        }
        return (answers, unread)
    }
}

extension CodeReading {
    /// Reads the code of an item, in which the letters of its local category have their meaning.
    package init(
        _ code: String,
        under local: StatedCategory?,
        in divisions: DivisionTable
    ) throws(CodeFault) {
        let reading = try CodeReading(code, in: divisions)
        self = local.flatMap { local in local.letters.map { reading.knowing($0, as: local.chinese) } } ?? reading
    }

    /// Returns what is odd about the code of an item, in which the letters of its local category have their meaning.
    package static func warnings(
        of code: String,
        under local: StatedCategory?,
        in divisions: DivisionTable
    ) throws(CodeFault) -> [CodeWarning] {
        let warnings = try warnings(of: code, in: divisions)
        guard let letters = local?.letters else { return warnings }
        return warnings.filter { $0 != .unknownCategory(letters) }
    }
}
