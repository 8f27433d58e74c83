import HTML

/// What is charged, a row each: what for, how much, by which rule, and whether less is asked.
///
/// - Source: Administrative License Law (行政许可法) art. 59: what is charged, and the standard, are published.
struct ChargeTable: Component {
    /// Name, standard, basis, reduction and note; empty where nothing is stated.
    let rows: [[String]]
    let language: PageLanguage

    @HTMLBuilder var body: any HTML {
        if !rows.isEmpty {
            let columns: [ItemLabel] = [.charge, .chargeStandard, .law, .chargeReduction, .chargeNote]
            DataTable(
                ItemLabel.charges.said(in: language),
                columns: columns.map { .init($0.said(in: language)) },
                rows: rows.map { DataTable.Row($0.map(cell)) }
            )
        }
    }

    private func cell(_ text: String) -> any HTML { text.isEmpty ? "—" as any HTML : language.quoting(text) }
}
