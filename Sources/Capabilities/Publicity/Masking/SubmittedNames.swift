package import Casework
package import Parties

/// The people and homes that the application or the records of an investigation name: what stands in a field for them is
/// hidden wherever the decision repeats it.
struct SubmittedNames {
    let parts: HiddenParts

    /// - Parameters:
    ///   - state: the case with its latest submission.
    ///   - own: the party's own names, which the policy masks in its own way.
    init(_ state: CaseFile, besides own: OriginalNames) {
        let answers = state.submission?.answers ?? []
        func values(_ words: [String]) -> [String] {
            answers.filter { answer in words.contains { answer.label.contains($0) } }
                .map(\.value)
                .filter { $0 != own.name && $0 != own.representative }
        }
        parts = HiddenParts(
            people: values(["姓名", "负责人", "联系人", "监护人", "经办人", "代理人", "家长", "法定代表人"])
                .filter { (2...4).contains($0.count) } + SubmittedNames.questioned(state, besides: own),
            tradeSecrets: [],
            privacy: values(["住址", "家庭地址", "居住地", "户籍", "通信地址", "通讯地址"])
        )
    }
}

extension SubmittedNames {
    /// Who was questioned or present, as the records of it begin: a name, then who that is.
    fileprivate static func questioned(_ state: CaseFile, besides own: OriginalNames) -> [String] {
        state.written.flatMap(\.record.entries)
            .filter { entry in ["被询问人", "被检查人", "证人", "见证人"].contains { entry.label.contains($0) } }
            .compactMap { $0.text.split { !$0.isLetter }.first.map(String.init) }
            .filter { (2...4).contains($0.count) && $0 != own.name && $0 != own.representative }
    }
}

extension MaskingPolicy {
    /// Returns a text about a case as the public may see it: without the party's names and those its submission gives.
    ///
    /// Nothing of it is shown when the party is unknown or was erased.
    package func text(_ text: String, about caseFile: CaseFile, of party: Party?) -> String {
        guard let party, let shown = self.party(party), let names = OriginalNames(of: party) else {
            return Masking.hidden
        }
        return masked(text, names: names, of: shown, hiding: SubmittedNames(caseFile, besides: names).parts).text
    }
}
