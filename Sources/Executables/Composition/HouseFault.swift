package import Cryptography
package import Database
package import Kernel

/// Why the house cannot be opened; always the environment's fault, never a crash.
package enum HouseFault: Error, Hashable, Sendable {
    case database(DatabaseError)
    /// The database is of an earlier release; these migrations are missing.
    case older(missing: [String])
    /// Events may have been written that this program cannot read.
    case needsRelease(String)
    /// The database was never set up: it has no data home.
    case empty
    case ring(CryptographyError)
    /// The log holds events, but the ring that opens them is not there.
    case ringLost(path: String)
    case folder(path: String)
    /// A demonstration is wanted, and the database holds something else.
    case notDemonstration
    case demonstrationExists
    /// Only an SQLite demonstration is removed by the program; a server's schema is the operator's.
    case resetOnServer
    /// The clock may not be set behind the last recorded event.
    case clockBehind(Instant)
}

extension HouseFault {
    /// The fault as the operator reads it, with what to do.
    package var chinese: String {
        switch self {
        case .database(let error): error.chinese
        case .older(let missing):
            "数据库由旧版本建立，尚缺 \(missing.count) 项升级（首项 \(missing.first ?? "")）；请先备份，再运行 hengjian migrate"
        case .needsRelease(let release): "数据由新版本写入，本程序应为 \(release) 或更新的版本，请升级"
        case .empty: "数据库中没有数据；请先运行 hengjian serve 或者 hengjian demo"
        case .ring(let error): error.chinese
        case .ringLost(let path): "数据库中已有记录，但是找不到密钥环 \(path)；请从备份恢复，新建密钥将使个人信息永远无法读取"
        case .folder(let path): "无法建立文件夹 \(path)，请检查权限"
        case .notDemonstration: "该数据库不是演示数据库，拒绝装入演示数据"
        case .clockBehind(let recorded): "时钟不能早于最后一条记录（\(recorded.minuteText)）"
        case .resetOnServer: "PostgreSQL 上的演示请由管理员删除后重建"
        case .demonstrationExists: "演示数据已经存在；如需重建，请加 --reset"
        }
    }
}

extension DatabaseError {
    /// The error as the operator reads it.
    package var chinese: String {
        switch self {
        case .unusable(let fault): fault.chinese
        case .busy(let reason): "数据库正忙：\(reason)"
        case .connectionLost(let reason): "与数据库的连接中断：\(reason)"
        case .commitOutcomeUnknown(let reason): "提交结果不明：\(reason)"
        case .flushFailed(let reason): "磁盘拒绝写入：\(reason)"
        case .storageFull(let reason): "磁盘已满：\(reason)"
        case .uniqueViolation(let key): "唯一性冲突：\(key)"
        case .foreignKeyViolation(let reason), .checkViolation(let reason), .statement(let reason):
            "数据库拒绝执行：\(reason)"
        case .column(let name, let expected, let found): "列 \(name) 应为 \(expected)，实为 \(found)"
        }
    }
}

extension DatabaseFault {
    /// The fault as the operator reads it.
    package var chinese: String {
        switch self {
        case .missing(let path): "找不到数据库 \(path)"
        case .notADatabase(let path): "\(path) 不是数据库"
        case .damaged(let reason): "数据库已损坏，请从备份恢复：\(reason)"
        case .readOnly(let path): "没有写入权限：\(path)"
        case .newer(let found, let known): "数据库由更新的版本写入（\(found)），本程序只认识到 \(known)；请安装新版本"
        case .locked(let holder): "另一进程正在使用该数据库（\(holder)）"
        case .notDurable(let setting, let expected, let found):
            "数据库不保证落盘：\(setting) 应为 \(expected)，实为 \(found)"
        case .unreachable(let reason): "无法连接数据库：\(reason)"
        }
    }
}

extension CryptographyError {
    /// The faults of a key ring as the operator reads them.
    package var chinese: String {
        switch self {
        case .keyRingMissing(let path): "找不到密钥环 \(path)"
        case .keyRingExists(let path): "密钥环 \(path) 已经存在，不予覆盖"
        case .keyRingExposed(let path, let mode):
            "密钥环 \(path) 的权限为 \(String(mode, radix: 8))，其他用户可以读取；请改为 600"
        case .keyRingDamaged(let path, let line): "密钥环 \(path) 第 \(line) 行已损坏，请从备份恢复"
        case .certificateOfOtherKey(let path): "证书 \(path) 不是本系统签名密钥的证书"
        case .certificate(let reason): "证书不能制作或者读取：\(reason)"
        case .keyLength, .unknownSeal, .notAuthentic, .unknownWrappingKey, .file, .keyName, .verifyingKey,
            .passwordHash, .argon2, .passwordsOverloaded:
            "密钥错误：\(self)"
        }
    }
}
