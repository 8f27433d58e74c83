/// Which column of a list holds which field.
package struct ItemColumns: Hashable, Sendable {
    package let code: String
    package let name: String
    package let category: String
    package let mainName: String?
    package let agencyName: String?
    package let agencyCode: String?
    package let division: String?
    package let levels: String?
    package let bases: String?

    package init(
        code: String,
        name: String,
        category: String,
        mainName: String? = nil,
        agencyName: String? = nil,
        agencyCode: String? = nil,
        division: String? = nil,
        levels: String? = nil,
        bases: String? = nil
    ) {
        self.code = code
        self.name = name
        self.category = category
        self.mainName = mainName
        self.agencyName = agencyName
        self.agencyCode = agencyCode
        self.division = division
        self.levels = levels
        self.bases = bases
    }

    /// The list of the service portal of Sichuan.
    package static let sichuan = ItemColumns(
        code: "事项编码",
        name: "事项名称",
        category: "事项类型代码",
        mainName: "主项名称",
        agencyName: "填报单位",
        agencyCode: "实施主体编码",
        division: "区划代码"
    )

    /// The list of Liaoning: base items with national codes, which no agency has adopted yet.
    package static let liaoning = ItemColumns(
        code: "职权编码",
        name: "事项名称",
        category: "事项类型代码",
        levels: "实施层级",
        bases: "依据(法规#条)"
    )

    /// Our own, for files that are written for this program.
    package static let plain = ItemColumns(
        code: "code",
        name: "name",
        category: "category",
        mainName: "mainName",
        agencyName: "agency",
        agencyCode: "agencyCode",
        division: "division",
        levels: "levels",
        bases: "bases"
    )

    package static let known = [sichuan, liaoning, plain]

    /// The columns a list must have; the others are read when they are there.
    var needed: [String] { [code, name, category] }

    /// Returns the mapping whose needed columns the header has.
    package static func matching(_ header: some Collection<String>) -> ItemColumns? {
        known.first { $0.needed.allSatisfy(header.contains) }
    }
}
