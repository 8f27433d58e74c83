import Casework
import Directory
import Kernel
package import Processes

/// Where parameters of their own hold: a division with those in it, a category, an item, a step; at least one of them.
package struct RuleScope: Hashable, Sendable, Codable {
    /// The code of a division, as lists write it.
    package let division: String?
    /// The national code of a category, as `01`.
    package let category: String?
    package let item: String?
    package let step: Step.ID?

    package init(division: String? = nil, category: String? = nil, item: String? = nil, step: Step.ID? = nil) {
        self.division = division
        self.category = category
        self.item = item
        self.step = step
    }

    /// Whether it names something, and a division that is one.
    var isSound: Bool {
        guard division != nil || category != nil || item != nil || step != nil else { return false }
        return division.map { Division.Code($0) != nil } ?? true
    }

    /// Where it is, in words: 区划511602、类别01.
    package var chinese: String {
        [
            division.map { "区划\($0)" }, category.map { "类别\($0)" }, item.map { "事项\($0)" },
            step.map { "环节\($0.text)" },
        ].compactMap(\.self).joined(separator: "、")
    }

    /// Whether cases of `pin` lie in it, whatever the step.
    func covers(_ pin: ItemPin) -> Bool {
        covers(division: pin.division, category: pin.category, item: pin.code)
    }

    /// Whether cases of an item lie in it that takes effect in `other`.
    func covers(division other: String, category ofItem: String, item code: String) -> Bool {
        if let division {
            guard let outer = Division.Code(division), let inner = Division.Code(other), outer.contains(inner)
            else { return false }
        }
        return (category ?? ofItem) == ofItem && (item ?? code) == code
    }

    /// Whether agencies in `inner` lie in it; what names a category, an item or a step is about cases.
    func covers(_ inner: Division.Code) -> Bool {
        guard category == nil, item == nil, step == nil, let outer = division.flatMap({ Division.Code($0) }) else {
            return false
        }
        return outer.contains(inner)
    }

    /// Narrower ones win: a step over an item, an item over a category, that over a division, a county over its city.
    var narrowness: [Int] {
        [step == nil ? 0 : 1, item == nil ? 0 : 1, category == nil ? 0 : 1, division.map(digits) ?? 0]
    }

    private func digits(_ text: String) -> Int { Division.Code(text)?.digits.utf8.count ?? 0 }
}
