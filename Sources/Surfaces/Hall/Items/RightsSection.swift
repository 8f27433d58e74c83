import HTML

/// What a party may do during a case and against its decision, with the periods.
///
/// - Source: 行政许可法 art. 7; 行政复议法 art. 20; 行政诉讼法 art. 46; 国家赔偿法 art. 9.
struct RightsSection: Component {
    /// nil shows 未填报.
    let rights: [String]?
    let remedies: [String]?
    /// Whether the rights of a license case are those that are not stated.
    let isLicense: Bool
    let language: PageLanguage

    var body: any HTML {
        h3 { ItemLabel.rightsDuring.said(in: language) }
        if let rights {
            ul { for right in rights { li { language.quoting(right) } } }
        } else if isLicense {
            ul { for right in RightsSection.ofLicenseCases { li { right.said(in: language) } } }
        } else {
            p { Unstated(language: language) }
        }
        h3 { ItemLabel.remedies.said(in: language) }
        DataTable(
            ItemLabel.remedies.said(in: language),
            columns: [ItemLabel.remedy, .period, .law].map { .init($0.said(in: language)) },
            rows: RightsSection.remedies.map { row in DataTable.Row(row.map { $0.said(in: language) as any HTML }) }
        )
        if let remedies {
            h3 { ItemLabel.ownRemedies.said(in: language) }
            ul { for remedy in remedies { li { language.quoting(remedy) } } }
        }
    }

    private static let remedies: [[ItemLabel]] = [
        [.reconsideration, .reconsiderationPeriod, .reconsiderationLaw], [.lawsuit, .lawsuitPeriod, .lawsuitLaw],
        [.afterReconsideration, .afterReconsiderationPeriod, .afterReconsiderationLaw],
    ]

    /// Rights every party of a license case has.
    private static let ofLicenseCases: [ItemLabel] = [.toBeHeard, .hearing, .reasons, .compensation]
}
