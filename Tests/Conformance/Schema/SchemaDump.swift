import Database

/// What an engine says of its tables, in an order that does not depend on when they were made.
enum SchemaDump {
    /// The statements as SQLite keeps them: each table, then its indexes.
    static func sqlite(_ reader: any SQLReader) throws -> String {
        try reader.rows(
            """
            SELECT sql
              FROM sqlite_master
             WHERE sql IS NOT NULL
             ORDER BY tbl_name, type DESC, name
            """
        ).map { row in "\(try row[0] as String);\n" }.joined(separator: "\n")
    }

    /// A block a table: its columns in order, its constraints and its other indexes by name.
    static func postgres(_ reader: any SQLReader) throws -> String {
        var blocks: [(table: String, lines: [String])] = []
        for row in try reader.rows(columns) {
            let table: String = try row[0]
            if blocks.last?.table != table { blocks.append((table, [])) }
            let fallback: String? = try row[4]
            let isNullable = try row[3] as String == "YES"
            blocks[blocks.count - 1].lines.append(
                "\(try row[1] as String) \(try row[2] as String)\(isNullable ? "" : " NOT NULL")"
                    + (fallback.map { " DEFAULT \($0)" } ?? "")
            )
        }
        for query in [constraints, indexes] {
            for row in try reader.rows(query) {
                let table: String = try row[0]
                guard let index = blocks.firstIndex(where: { $0.table == table }) else { continue }
                blocks[index].lines.append("\(try row[1] as String): \(try row[2] as String)")
            }
        }
        return blocks.map { block in
            ([block.table] + block.lines.map { "    \($0)" }).map { "\($0)\n" }.joined()
        }.joined(separator: "\n")
    }

    private static let columns: SQL = """
        SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT),
               CAST(is_nullable AS TEXT), CAST(column_default AS TEXT)
          FROM information_schema.columns
         WHERE table_schema = current_schema()
         ORDER BY table_name, ordinal_position
        """

    /// Without those that newer servers list for NOT NULL.
    private static let constraints: SQL = """
        SELECT CAST(tables.relname AS TEXT), CAST(own.conname AS TEXT), pg_get_constraintdef(own.oid)
          FROM pg_constraint AS own
          JOIN pg_class AS tables ON tables.oid = own.conrelid
          JOIN pg_namespace AS spaces ON spaces.oid = own.connamespace
         WHERE spaces.nspname = current_schema()
           AND own.contype <> 'n'
         ORDER BY tables.relname, own.conname
        """

    /// Those that no constraint brings along.
    private static let indexes: SQL = """
        SELECT CAST(tablename AS TEXT), CAST(indexname AS TEXT),
               replace(indexdef, CAST(schemaname AS TEXT) || '.', '')
          FROM pg_indexes
         WHERE schemaname = current_schema()
           AND indexname NOT IN (SELECT conname FROM pg_constraint)
         ORDER BY tablename, indexname
        """
}
